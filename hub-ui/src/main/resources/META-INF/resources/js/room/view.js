// What a room looks like: makes and updates its elements. Text from people is only ever text.
import { fill, initials, setText } from './words.js';

export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

/** The fixed parts of the page. */
export const frame = (config, acts) => {
  const { texts } = config;
  const title = element('h1', {}, config.title);
  const topics = element('ul', { class: 'topic-list' });
  const present = element('div', { class: 'present' });
  const messages = element('ol', { class: 'msgs', tabindex: '0', 'aria-label': texts.messages, onscroll: acts.scrolled });
  const toNow = element('button', { class: 'to-now btn', type: 'button', hidden: true, onclick: acts.toNow });
  const typing = element('p', { class: 'typing' });
  const state = element('p', { class: 'line-state', role: 'status' });
  const input = element('textarea', {
    rows: '1', maxlength: '4000', 'aria-describedby': 'room-hint', enterkeyhint: 'send', dir: 'auto',
    oninput: acts.wrote, onkeydown: acts.key,
  });
  const send = element('button', { class: 'btn first', type: 'submit' }, texts.send);
  const label = element('span', { class: 'visually-hidden' });
  const to = element('select', { onchange: acts.to }, ...config.topics.map((topic) => element('option', { value: topic }, topic)));
  const hint = element('p', { class: 'hint', id: 'room-hint' }, texts.hint);
  const compose = element(
    'form', { class: 'compose', onsubmit: acts.submit },
    element('label', { class: 'to', hidden: config.topics.length < 2 }, element('span', {}, texts.to), to),
    element('label', { class: 'field' }, label, input, send), hint);
  const aloud = element('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  const hubs = element('ul', { class: 'hub-list' });
  const sofar = element(
    'details', {},
    element('summary', {}, element('h2', {}, texts.sofar)),
    element('div', { class: 'sofar-body' },
      element('section', {}, element('h3', {}, texts.purpose), element('p', { class: 'purpose' }, config.purpose || texts.noPurpose)),
      element('section', {}, element('h3', {}, texts.hubs), hubs,
        config.invite ? element('a', { href: config.invite, 'router-link': true }, texts.invite) : null)));
  const parts = { title, topics, present, messages, toNow, typing, state, input, send, label, to, hint, compose, aloud, hubs, sofar };
  const root = [
    element('aside', { class: 'topics', 'aria-label': texts.topics },
      element('a', { class: 'back', href: config.list, 'router-link': true }, texts.rooms), title,
      element('nav', { 'aria-label': texts.topics }, topics), present),
    element('section', { class: 'talk', 'aria-label': texts.talk },
      element('div', { class: 'scroller' }, messages, toNow), typing, state, compose, aloud),
    element('aside', { class: 'sofar', 'aria-label': texts.sofar }, sofar),
  ];
  return { root, parts };
};

/** Puts the wanted rows into a list, keeping the elements of those that are there already. */
export const reconcile = (list, rows) => {
  list.querySelectorAll(':scope > :not([data-key])').forEach((placeholder) => placeholder.remove());
  const kept = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let at = list.firstElementChild;
  for (const row of rows) {
    let child = kept.get(row.key);
    if (child) {
      kept.delete(row.key);
    } else {
      child = element('li', { 'data-key': row.key });
    }
    if (child.dataset.sign !== row.sign) {
      child.dataset.sign = row.sign;
      row.draw(child);
    }
    if (child === at) {
      at = at.nextElementSibling;
    } else {
      list.insertBefore(child, at);
    }
  }
  kept.forEach((gone) => gone.remove());
};

export const divider = (key, kind, text) => ({
  key,
  sign: text,
  draw: (row) => {
    row.className = kind;
    row.textContent = text;
  },
});

/** One message; `shown` says how: head of its group, whose, with which words about its way. */
export const messageRow = (key, message, shown, texts) => ({
  key,
  sign: JSON.stringify([message.id, shown]),
  draw: (row) => {
    row.className = ['msg', shown.head ? 'head' : '', shown.mine ? 'mine' : '', shown.newest ? 'newest' : '',
      shown.waiting ? 'waiting' : '', shown.failed ? 'failed' : '', shown.pointed ? 'pointed' : ''].filter(Boolean).join(' ');
    if (message.id) {
      row.id = `pesan-${message.id}`;
    }
    const text = element('p', { class: 'text', dir: 'auto' });
    setText(text, message.text);
    const who = element(
      'div', { class: shown.head ? 'who' : 'who visually-hidden' },
      element('b', { dir: 'auto', title: shown.unit }, shown.name), element('span', { class: 'hub' }, shown.hub));
    const time = shown.time
      ? element('a', { class: 'time', href: shown.address, title: shown.day }, shown.time)
      : null;
    const body = element('div', { class: 'body' }, who, text);
    if (shown.marks) {
      body.append(element('p', { class: 'marks' }, shown.marks));
    }
    if (shown.ahead) {
      body.append(element('p', { class: 'marks always' }, texts.ahead));
    }
    if (shown.erase) {
      body.append(element('p', { class: 'marks always' }, element('a', { href: shown.erase }, texts.erase)));
    }
    if (shown.failed) {
      body.append(element(
        'div', { class: 'amends' },
        element('button', { class: 'btn', type: 'button', onclick: () => row.dispatchEvent(new CustomEvent('amend', { bubbles: true, detail: message.clientId })) }, texts.amend),
        element('button', { class: 'btn', type: 'button', onclick: () => row.dispatchEvent(new CustomEvent('discard', { bubbles: true, detail: message.clientId })) }, texts.discard)));
    }
    if (shown.head && time) {
      who.append(time);
    }
    if (shown.topic) {
      who.append(element('span', { class: 'about', title: shown.topic }, shown.topic));
    }
    row.replaceChildren(
      shown.head
        ? element('span', { class: 'ava', 'aria-hidden': 'true' }, initials(shown.face))
        : element('span', { class: 'gutter' }, time ?? ''),
      body);
  },
});

export const topicRow = (topic, name, current, unread, texts, choose) => ({
  key: `topic:${topic}`,
  sign: JSON.stringify([current, unread, name]),
  draw: (row) => {
    const count = unread > 0
      ? element('span', { class: 'count' }, String(unread), element('span', { class: 'visually-hidden' }, ` ${texts.unread}`))
      : null;
    row.replaceChildren(element(
      'button', { type: 'button', 'aria-pressed': String(current), onclick: () => choose(topic) },
      element('span', {}, name), count));
  },
});

/** Who takes part, and on a narrow screen how many of each are here. */
export const hubRows = (part, hubs, owner, people, here, texts) => {
  part.replaceChildren(...Object.entries(hubs).map(([hub, name]) =>
    element('li', {}, element('span', { class: 'hub' }, name),
      hub === owner ? element('span', { class: 'quiet' }, ` ${texts.owner}`) : null,
      people[hub] ? element('span', { class: 'narrow quiet' }, ` ${fill(here, people[hub])}`) : null)));
};

export const presence = (part, people, here, name) => {
  const all = Object.values(people).reduce((sum, count) => sum + count, 0);
  part.replaceChildren(
    element('p', { class: 'kicker' }, fill(here, all)),
    element('p', { class: 'present-hubs' }, ...Object.entries(people).map(([hub, count]) =>
      element('span', {}, element('span', { class: 'hub' }, name(hub)), ` ${count}`))));
};
