// While the line to the hub is down the page says so. What was pressed first goes out by itself when the hub answers
// again; what is pressed after that is not taken. Where the hub has forgotten the page, it loads itself again unless
// something typed would be lost.
const page = document.documentElement;
const down = new Set();
let asked = false;
let typed = false;

/** One of this page's lines, Vaadin's or a room's, is up or down. */
export const lineIs = (which, up) => {
  up ? down.delete(which) : down.add(which);
  asked &&= down.size > 0;
  if (page.dataset.cut === 'ended') {
    return;
  }
  if (down.size === 0) {
    delete page.dataset.cut;
  } else {
    page.dataset.cut = asked && down.has('page') ? 'asked' : 'now';
  }
};

// Vaadin notices a dead line only when it has something to ask; its push hears of it at once.
const PUSH = {
  opening: true, 're-opening': true, messageReceived: true, 're-connecting': false, closed: false, error: false,
};

const follow = () => {
  const state = window.Vaadin?.connectionState;
  const push = window.vaadinPush?.atmosphere;
  if (!state || !push) {
    setTimeout(follow, 100);
    return;
  }
  state.addStateChangeListener((before, now) => lineIs('page', now === 'connected' || now === 'loading'));
  push.addCallback((told) => {
    if (told.state in PUSH) {
      lineIs('push', PUSH[told.state]);
      // Vaadin may stay in doubt for minutes after its own questions were answered again.
      if (PUSH[told.state] && state.state === 'reconnecting') {
        state.state = 'connected';
      }
    }
  });
};
follow();

// A hub on this very machine answers without any network.
if (!['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)) {
  window.addEventListener('offline', () => lineIs('device', false));
  window.addEventListener('online', () => lineIs('device', true));
}

/** Another page stands here: what was typed before is where it belongs. */
export const arrived = () => {
  typed = false;
};

// What a room has is kept on the device, and a search is no loss.
document.addEventListener('input', (event) => {
  typed ||= Boolean(event.target.closest?.('main')) && !event.target.closest('hub-room');
}, true);

const needsHub = (target) =>
  target.closest?.('a[router-link]')
  ?? (target.closest?.('hub-room, .ended') ? null : target.closest?.('button, vaadin-button, [role="button"]'));

window.addEventListener('click', (event) => {
  // The hub hears nothing from a page it has forgotten.
  if (event.target.closest?.('.ended button')) {
    location.reload();
    return;
  }
  if (!page.dataset.cut || !needsHub(event.target)) {
    return;
  }
  asked = true;
  if (down.has('page')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    lineIs('page', false);
  }
}, true);

// Vaadin's own way to end a page is a box that loads it again at Esc or a click anywhere on it.
const ended = (box) => {
  if (!typed) {
    location.reload();
    return;
  }
  box.remove();
  page.dataset.cut = 'ended';
  window.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopImmediatePropagation(), true);
};

new MutationObserver(() => {
  const box = document.querySelector('.v-system-error');
  const why = document.querySelector('.ended h2')?.textContent;
  if (why && box?.querySelector('.caption')?.textContent === why) {
    ended(box);
  }
}).observe(document.body, { childList: true });
