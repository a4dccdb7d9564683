// What the frame does without asking the server: `/` goes to the search, focus follows a navigation, and a slow answer
// shows the shape of what will come.
import { arrived } from './cut.js';

const writing = (target) =>
  target.closest?.('input, textarea, select, [contenteditable="true"], vaadin-text-field, vaadin-text-area, vaadin-combo-box');

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing(event.composedPath()[0])) {
    return;
  }
  const search = document.querySelector('.find input');
  if (search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest?.('a.skip')) {
    event.preventDefault();
    window.jippArrive();
  }
});

/** Moves the focus to the page's heading, so that a keyboard and a screen reader start there. */
window.jippArrive = () => {
  arrived();
  const heading = document.querySelector('main h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
};

/** Keeps a choice for a year on this device. */
window.jippKeep = (name, value) => {
  document.cookie = `${name}=${value};path=/;max-age=31536000;SameSite=Lax`;
};

const SLOW_AFTER_MS = 300;
let slow;

const follow = () => {
  const state = window.Vaadin?.connectionState;
  if (!state) {
    setTimeout(follow, 100);
    return;
  }
  state.addStateChangeListener((before, now) => {
    clearTimeout(slow);
    if (now === 'loading') {
      slow = setTimeout(() => document.documentElement.setAttribute('data-busy', ''), SLOW_AFTER_MS);
    } else {
      document.documentElement.removeAttribute('data-busy');
    }
  });
};
follow();
