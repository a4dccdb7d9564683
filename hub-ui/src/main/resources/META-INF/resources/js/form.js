// Brings what somebody types in a form to the hub: after each pause, when a field is left, and before the page goes.
// While something is under way the form says so, and the browser asks before it would be lost. Moves no focus.
const PAUSE_MS = 700;
const OFF = ['reconnecting', 'connection-lost'];

/** Of one form: the fields the hub was not told of yet, how often it was told, and how much of that it has heard. */
class Under {
  fields = new Set();
  told = 0;
  heard = 0;

  get way() {
    return this.fields.size > 0 || this.told > this.heard;
  }
}

const forms = new WeakMap();
let pause;
let follows = false;

const editor = () => document.querySelector('.editor');

const under = (form) => {
  if (!forms.has(form)) {
    forms.set(form, new Under());
  }
  return forms.get(form);
};

const show = () => {
  const form = editor();
  const foot = form?.querySelector('.foot');
  if (!foot) {
    return;
  }
  const off = !navigator.onLine || OFF.includes(window.Vaadin?.connectionState?.state);
  foot.dataset.state = !under(form).way ? 'saved' : off ? 'unsaved' : 'saving';
};

const flush = () => {
  clearTimeout(pause);
  const form = editor();
  if (!form || under(form).fields.size === 0) {
    return;
  }
  const mine = under(form);
  mine.fields.forEach((field) => field.dispatchEvent(new CustomEvent('change', { bubbles: true })));
  mine.fields.clear();
  const now = ++mine.told;
  form.$server.heard().then(() => {
    mine.heard = Math.max(mine.heard, now);
    show();
  }, show);
};

document.addEventListener('input', (event) => {
  const form = editor();
  const field = event.target.closest?.('vaadin-text-field, vaadin-text-area, vaadin-integer-field');
  if (!field || !form?.contains(field)) {
    return;
  }
  if (!follows && window.Vaadin?.connectionState) {
    follows = true;
    window.Vaadin.connectionState.addStateChangeListener(show);
  }
  under(form).fields.add(field);
  show();
  clearTimeout(pause);
  pause = setTimeout(flush, PAUSE_MS);
});

document.addEventListener('focusout', flush);
document.addEventListener('click', flush, { capture: true });
document.addEventListener('visibilitychange', flush);
// In the capture phase, so that the text goes out before the router leaves the page for "back".
window.addEventListener('popstate', flush, { capture: true });
window.addEventListener('online', show);
window.addEventListener('offline', show);

window.addEventListener('beforeunload', (event) => {
  flush();
  const form = editor();
  if (form && (under(form).way || form.hasAttribute('data-unkept'))) {
    event.preventDefault();
  }
});
