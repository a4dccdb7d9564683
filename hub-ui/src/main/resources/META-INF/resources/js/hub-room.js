// <hub-room>: a room as a page. The server gives one property, `config`; everything else comes over the room's socket.
// What is written while the line is down waits on this device and goes out by itself, once, in order.
import { lineIs } from './cut.js';
import { draftOf, keepDraft } from './room/draft.js';
import { Line } from './room/line.js';
import { rowsOf } from './room/rows.js';
import { Sending } from './room/sending.js';
import { Talk } from './room/talk.js';
import { Typing } from './room/typing.js';
import { element, frame, hubRows, presence, reconcile, topicRow } from './room/view.js';
import { fill, Times } from './room/words.js';

const NEAR_END_PX = 80;
const NEAR_START_PX = 400;
const STATE_AFTER_MS = 1_500;
const ALOUD_MAX = 5;
const EVERYTHING = '';
const CHARS_MAX = 4_000;
const CHARS_LEFT_SHOWN = 400;

class HubRoom extends HTMLElement {
  #config = null;
  #parts = null;
  #talk = new Talk();
  #line = null;
  #sending = null;
  #entered = false;
  #mayTalk = true;
  #topic = EVERYTHING;
  #unread = new Map();
  #newFrom = null;
  #pointed = null;
  #readTold = '';
  #asking = '';
  #missedLater = 0;
  #hasGap = false;
  #to = '';
  #typing = new Typing(() => this.#showTyping());
  #people = {};
  #lineShown = 'open';
  #stateTimer = 0;
  #notice = '';
  #times = null;
  #names = null;
  #atEnd = true;
  #drawing = 0;

  set config(config) {
    this.#config = config;
    if (this.isConnected) {
      this.#start();
    }
  }

  get config() {
    return this.#config;
  }

  connectedCallback() {
    if (Object.hasOwn(this, 'config')) {
      const given = this.config;
      delete this.config;
      this.#config = given;
    }
    if (this.#config) {
      this.#start();
    }
  }

  disconnectedCallback() {
    this.#stop();
  }

  #start() {
    this.#stop();
    const { texts, language, zone } = this.#config;
    this.#times = new Times(language, zone);
    this.#names = new Intl.ListFormat(language, { type: 'conjunction' });
    this.#pointed = this.#config.at || null;
    const { root, parts } = frame(this.#config, {
      scrolled: () => this.#scrolled(),
      toNow: () => this.#toNow(),
      wrote: () => this.#wrote(),
      to: (event) => this.#writeTo(event.target.value),
      key: (event) => this.#key(event),
      submit: (event) => this.#submit(event),
    });
    this.#parts = parts;
    this.classList.add('room');
    this.replaceChildren(...root);
    this.addEventListener('amend', this.#amend);
    this.addEventListener('discard', this.#discard);
    document.addEventListener('visibilitychange', this.#visible);
    window.addEventListener('focus', this.#visible);
    window.addEventListener('beforeunload', this.#leaving);
    this.#wide.addEventListener('change', this.#fit);
    this.#fit();
    this.#showTopics();
    this.#showHubs();
    this.#openDraft();
    parts.typing.textContent = '\u00a0';
    parts.messages.append(...Array.from({ length: 4 }, () => element('li', { class: 'skeleton', 'aria-hidden': 'true' })));
    parts.messages.setAttribute('aria-busy', 'true');
    const address = new URL(this.#config.socket, document.baseURI);
    address.protocol = address.protocol.replace('http', 'ws');
    address.search = `?lang=${language}`;
    const line = new Line(address, (word) => this.#heard(word), (state) => this.#lineIs(state));
    const sending = new Sending(this.#place(), (word) => line.say(word), () => this.#showSending());
    this.#line = line;
    this.#sending = sending;
    sending.open().then(() => this.#line === line && line.start());
    this.#parts.state.dataset.state = 'open';
    this.dataset.texts = texts ? 'ready' : 'none';
  }

  #stop() {
    this.#line?.stop();
    this.#lineShown = 'open';
    lineIs('room', true);
    this.#line = null;
    this.#sending?.close();
    this.#sending = null;
    this.#talk = new Talk();
    this.#unread.clear();
    this.#typing.clear();
    this.#entered = false;
    this.#newFrom = null;
    this.#readTold = '';
    this.#topic = EVERYTHING;
    this.#to = '';
    this.#missedLater = 0;
    this.#notice = '';
    cancelAnimationFrame(this.#drawing);
    this.#drawing = 0;
    clearTimeout(this.#stateTimer);
    document.removeEventListener('visibilitychange', this.#visible);
    window.removeEventListener('focus', this.#visible);
    window.removeEventListener('beforeunload', this.#leaving);
    this.#wide.removeEventListener('change', this.#fit);
  }

  // ---- what the hub says

  #heard(word) {
    switch (word.kind) {
      case 'entered': return this.#isIn(word);
      case 'said': return this.#said(word.messages);
      case 'kept': return this.#kept(word);
      case 'refused': return this.#refused(word);
      case 'earlier': return this.#earlier(word);
      case 'later': return this.#later(word);
      case 'seen':
        this.#talk.seen = word.upTo;
        return this.#draw();
      case 'here':
        this.#people = word.people;
        return this.#showHubs();
      case 'typing': return this.#isTyping(word);
      case 'again': return this.#enter(true);
      case 'error': return this.#wrong(word.reason);
      default: return undefined; // a word of tomorrow
    }
  }

  #enter(again = false) {
    const word = { kind: 'enter', room: this.#config.room };
    if (again || this.#talk.later) {
      const at = this.#pointed ?? this.#topmost();
      if (at && (this.#talk.later || !this.#atEnd)) {
        word.at = at;
      }
    } else if (this.#talk.messages.length > 0) {
      word.cursor = this.#talk.heads;
    } else if (this.#pointed) {
      word.at = this.#pointed;
    }
    this.#line?.say(word);
  }

  #isIn(word) {
    const first = this.#talk.messages.length === 0;
    if (word.again) {
      this.#talk.clear();
      this.#talk.earlier = word.earlier;
      this.#talk.later = word.later;
    } else {
      this.#talk.keepGlimpsed(word.messages);
    }
    const fresh = this.#talk.add(word.messages);
    this.#talk.cover(word.heads);
    this.#talk.seen = word.seen;
    this.#mayTalk = word.mayTalk;
    this.#config.hubs = word.hubs;
    this.#entered = true;
    this.#notice = '';
    this.#parts.messages.removeAttribute('aria-busy');
    this.#noteUnread(word, first);
    this.#arrived(word.messages);
    this.#showHubs();
    this.#showTopics();
    this.#mayWrite();
    if (first || word.again) {
      this.#drawNow();
      this.#openAt(word);
    } else {
      this.#readAloud(fresh);
      this.#draw();
    }
    this.#sending.enter();
    this.#showState();
  }

  #noteUnread(word, first) {
    if (word.unread === 0) {
      this.#unread.clear();
      this.#hasGap = false;
      return;
    }
    const last = this.#talk.find(word.lastRead);
    for (const message of this.#talk.messages) {
      if (!this.#isMine(message) && (!last || this.#talk.isBehind(message.id, word.lastRead))) {
        this.#unread.set(message.id, message.topic);
      }
    }
    this.#hasGap = !last && this.#talk.earlier && word.unread > this.#unread.size;
    if (first || this.#newFrom === null) {
      this.#newFrom = this.#firstUnread()?.id ?? null;
    }
  }

  #openAt(word) {
    const { messages } = this.#parts;
    const pointed = this.#pointed && this.querySelector(`#${CSS.escape(`pesan-${this.#pointed}`)}`);
    if (pointed) {
      pointed.scrollIntoView({ block: 'center' });
      this.#atEnd = false;
    } else if (this.#pointed && word.again && this.#config.at === this.#pointed && !this.#talk.find(this.#pointed)) {
      this.#pointed = null;
      this.#notice = this.#config.texts.notHere;
      messages.scrollTop = messages.scrollHeight;
    } else {
      this.#toEnd();
    }
    this.#scrolled();
  }

  /** To the end; where more is new than the screen holds, to the first of it. */
  #toEnd() {
    const { messages } = this.#parts;
    messages.scrollTop = messages.scrollHeight;
    this.#atEnd = true;
    const line = messages.querySelector(':scope > .new');
    if (line && this.#unread.has(this.#newFrom) && line.offsetTop < messages.scrollTop) {
      line.scrollIntoView({ block: 'start' });
      this.#atEnd = false;
    }
  }

  #said(messages) {
    this.#arrived(messages);
    if (this.#talk.later) {
      this.#missedLater += messages.filter((message) => !this.#isMine(message)).length;
      this.#showToNow();
      return;
    }
    const fresh = this.#talk.add(messages);
    for (const message of fresh) {
      this.#typing.stopped(message);
      if (!this.#isMine(message)) {
        this.#unread.set(message.id, message.topic);
        if (this.#newFrom === null && (!this.#atEnd || !this.#isWatched())) {
          this.#newFrom = message.id;
        }
      }
    }
    this.#readAloud(fresh);
    this.#draw();
    this.#showTyping();
    this.#markRead();
  }

  #kept(word) {
    this.#talk.add([word.message]);
    this.#notice = '';
    this.#sending.kept(word.clientId);
    this.#showSending();
  }

  #refused(word) {
    this.#sending.refused(word);
    this.#showSending();
  }

  #earlier(word) {
    const { messages } = this.#parts;
    const below = messages.scrollHeight - messages.scrollTop;
    this.#asking = '';
    this.#talk.add(word.messages, true);
    this.#talk.earlier = word.more;
    this.#drawNow();
    messages.scrollTop = messages.scrollHeight - below;
  }

  #later(word) {
    this.#asking = '';
    this.#atEnd = false;
    this.#talk.add(word.messages);
    this.#talk.later = word.more;
    this.#drawNow();
    this.#scrolled();
  }

  #wrong(reason) {
    if (reason === 'unknown-room') {
      this.#notice = this.#config.texts.gone;
      this.#mayTalk = false;
      this.#mayWrite();
      this.#showState();
    }
  }

  // ---- what the person does

  #submit(event) {
    event?.preventDefault();
    const text = this.#parts.input.value.trim();
    if (text === '' || !this.#mayTalk || !this.#sending?.isOpen) {
      return;
    }
    this.#parts.input.value = '';
    this.#keepDraft('');
    this.#newFrom = null;
    this.#sending.add(this.#writesTo(), text, this.#talk.shown);
    if (this.#talk.later) {
      this.#toNow();
    }
    this.#atEnd = true;
    this.#showSending();
  }

  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  #wrote() {
    const { input } = this.#parts;
    this.#keepDraft(input.value);
    const left = CHARS_MAX - input.value.length;
    this.#parts.hint.textContent = left < CHARS_LEFT_SHOWN
      ? fill(this.#config.texts.left, left)
      : this.#config.texts.hint;
    if (input.value !== '' && this.#typing.isDue()) {
      this.#line?.say({ kind: 'typing', topic: this.#writesTo() });
    }
  }

  #choose(topic) {
    this.#topic = topic;
    this.#to = topic || this.#to;
    this.#newFrom = this.#firstUnread()?.id ?? this.#newFrom;
    this.#openDraft();
    this.#showTopics();
    this.#drawNow();
    this.#toEnd();
    this.#scrolled();
  }

  /** Writes for another topic; what is begun goes there too. */
  #writeTo(topic) {
    const text = this.#parts.input.value;
    this.#keepDraft('');
    if (this.#topic === EVERYTHING) {
      this.#to = topic;
    } else {
      this.#choose(topic);
    }
    if (text === '') {
      this.#openDraft();
    } else {
      this.#parts.input.value = text;
      this.#keepDraft(text);
    }
    this.#showTopics();
    this.#parts.input.focus();
  }

  #toNow() {
    this.#missedLater = 0;
    this.#pointed = null;
    this.#atEnd = true;
    if (this.#talk.later) {
      this.#talk.later = false;
      this.#line?.say({ kind: 'enter', room: this.#config.room });
    } else {
      this.#drawNow();
      this.#parts.messages.scrollTop = this.#parts.messages.scrollHeight;
      this.#scrolled();
    }
  }

  #scrolled() {
    const { messages } = this.#parts;
    this.#atEnd = !this.#talk.later
      && messages.scrollHeight - messages.scrollTop - messages.clientHeight < NEAR_END_PX;
    this.#markRead();
    if (this.#atEnd) {
      this.#missedLater = 0;
    } else if (this.#talk.later && messages.scrollHeight - messages.scrollTop - messages.clientHeight < NEAR_START_PX) {
      this.#ask('behind', this.#talk.messages.at(-1)?.id);
    }
    if (this.#talk.earlier && messages.scrollTop < NEAR_START_PX) {
      this.#ask('before', this.#talk.messages[0]?.id);
    }
    this.#showToNow();
  }

  #ask(kind, id) {
    if (this.#entered && id && this.#asking !== kind + id && this.#line?.say({ kind, id })) {
      this.#asking = kind + id;
    }
  }

  #amend = (event) => {
    const message = this.#sending.take(event.detail);
    if (message) {
      const { input } = this.#parts;
      input.value = input.value ? `${input.value}\n${message.text}` : message.text;
      this.#keepDraft(input.value);
      input.focus();
    }
    this.#showSending();
  };

  #discard = (event) => {
    this.#sending.take(event.detail);
    this.#showSending();
    this.#parts.input.focus();
  };

  #visible = () => {
    if (document.visibilityState === 'visible') {
      this.#markRead();
    }
  };

  #leaving = (event) => {
    if (!this.#sending.isDurable && this.#sending.waiting.length > 0) {
      event.preventDefault();
    }
  };

  // ---- the line

  /** Messages have come; one's own among them wait no more. */
  #arrived(messages) {
    this.#sending.arrived(messages.filter((message) => this.#isMine(message)));
  }

  #lineIs(state) {
    if (state === 'open') {
      this.#enter();
    } else {
      this.#entered = false;
      this.#sending.leave();
      this.#asking = '';
    }
    clearTimeout(this.#stateTimer);
    if (state === 'connecting') {
      this.#stateTimer = setTimeout(() => this.#showLine(state), STATE_AFTER_MS);
    } else {
      this.#showLine(state);
    }
  }

  // ---- what is read

  /** What was on the screen is read; the hub is told up to where nothing unread is left. */
  #markRead() {
    const seen = this.#lowest();
    if (!this.#entered || !this.#isWatched() || !seen || (this.#hasGap && !this.#atEnd)) {
      return;
    }
    const before = this.#unread.size;
    const { messages } = this.#talk;
    for (const message of messages.slice(0, messages.indexOf(seen) + 1)) {
      if (this.#isShown(message)) {
        this.#unread.delete(message.id);
      }
    }
    const firstUnread = messages.findIndex((message) => this.#unread.has(message.id));
    const upTo = messages.slice(0, firstUnread < 0 ? undefined : firstUnread).findLast((message) => !message.glimpsed);
    if (upTo && upTo.id !== this.#readTold && this.#line?.say({ kind: 'read', id: upTo.id })) {
      this.#readTold = upTo.id;
    }
    if (this.#unread.size !== before) {
      this.#showTopics();
    }
  }

  /** The last message on the screen. */
  #lowest() {
    if (this.#atEnd) {
      return this.#talk.messages.at(-1);
    }
    const { messages } = this.#parts;
    const bottom = messages.scrollTop + messages.clientHeight;
    const row = [...messages.children].findLast((each) => each.id && each.offsetTop + each.offsetHeight / 2 <= bottom);
    return row && this.#talk.find(row.id.replace('pesan-', ''));
  }

  #isShown(message) {
    return this.#topic === EVERYTHING || message.topic === this.#topic;
  }

  #firstUnread() {
    return this.#talk.messages.find((message) => this.#unread.has(message.id) && this.#isShown(message));
  }

  #readAloud(fresh) {
    const { aloud } = this.#parts;
    for (const message of fresh.filter((each) => !this.#isMine(each)).slice(-ALOUD_MAX)) {
      aloud.append(element('p', {}, `${message.name}, ${this.#hubName(message.hub)}: ${message.text}`));
    }
    while (aloud.childElementCount > ALOUD_MAX) {
      aloud.firstElementChild.remove();
    }
  }

  #isTyping(word) {
    if (this.#isShown(word)) {
      this.#typing.heard(word);
    }
  }

  // ---- what is shown

  /** Once per frame however much came; who measures afterwards draws now. */
  #draw() {
    this.#drawing ||= requestAnimationFrame(() => this.#drawNow());
  }

  #drawNow() {
    cancelAnimationFrame(this.#drawing);
    this.#drawing = 0;
    const { messages } = this.#parts;
    const shown = this.#talk.messages.filter((message) => this.#isShown(message));
    const waiting = this.#sending.waiting.filter((message) => this.#isShown(message));
    if (!this.#entered && shown.length + waiting.length === 0) {
      return;
    }
    const { texts, me, hubs, topics, address } = this.#config;
    reconcile(messages, rowsOf({
      messages: shown,
      waiting,
      failed: (clientId) => this.#sending.failed(clientId),
      inOneTopic: this.#topic !== EVERYTHING || topics.length === 1,
      newFrom: this.#newFrom,
      pointed: this.#pointed,
      erase: this.#config.erase,
      seen: this.#talk.seen,
      isMine: (message) => this.#isMine(message),
      hubName: (hub) => this.#hubName(hub),
      names: this.#names,
      times: this.#times,
      texts, me, hubs, address,
    }));
    if (this.#atEnd) {
      messages.scrollTop = messages.scrollHeight;
    }
    this.#showToNow();
  }

  #showTopics() {
    const { topics, texts } = this.#config;
    const unreadIn = (topic) => [...this.#unread.values()].filter((each) => each === topic).length;
    const rows = topics.map((topic) =>
      topicRow(topic, topic, this.#topic === topic, unreadIn(topic), texts, (chosen) => this.#choose(chosen)));
    if (topics.length > 1) {
      rows.unshift(topicRow(EVERYTHING, texts.allTopics, this.#topic === EVERYTHING, 0, texts, (chosen) => this.#choose(chosen)));
    }
    reconcile(this.#parts.topics, rows);
    this.#parts.label.textContent = fill(texts.writeTo, this.#writesTo());
    this.#parts.input.placeholder = this.#mayTalk ? texts.write : texts.readOnly;
    this.#parts.to.value = this.#writesTo();
  }

  /** Who is here, as far as the line tells; while it is down only who was. */
  #showHubs() {
    const { hubs, owner, texts } = this.#config;
    const here = this.#lineShown === 'open' ? texts.present : texts.presentBefore;
    hubRows(this.#parts.hubs, hubs, owner, this.#people, here, texts);
    presence(this.#parts.present, this.#people, here, (hub) => this.#hubName(hub));
    this.#parts.present.classList.toggle('before', this.#lineShown !== 'open');
  }

  #showTyping() {
    const { names } = this.#typing;
    const { typing } = this.#parts;
    const { texts } = this.#config;
    typing.textContent = names.length === 0 ? '\u00a0'
      : names.length <= 2 ? fill(texts.typing, this.#names.format(names)) : fill(texts.typingMany, names.length);
  }

  #showToNow() {
    const { toNow, messages } = this.#parts;
    const { texts } = this.#config;
    const away = this.#talk.later || messages.scrollHeight - messages.scrollTop - messages.clientHeight > 3 * NEAR_END_PX;
    toNow.hidden = !away;
    const shownUnread = this.#talk.messages.filter((message) => this.#unread.has(message.id) && this.#isShown(message));
    const missed = this.#missedLater + shownUnread.length;
    toNow.textContent = missed > 0 ? fill(texts.toNowMissed, missed) : texts.toNow;
  }

  #showSending() {
    this.#draw();
    this.#showState();
  }

  #showLine(line) {
    this.#lineShown = line;
    lineIs('room', line === 'open' || line === 'signed-out');
    this.#showHubs();
    this.#showState();
  }

  #showState() {
    const { state } = this.#parts;
    const { texts } = this.#config;
    const waiting = this.#sending?.count ?? 0;
    const line = this.#lineShown;
    let words = this.#notice || (this.#sending?.notice ?? '');
    if (line === 'signed-out') {
      words = fill(texts.signedOut, waiting);
    } else if (line !== 'open') {
      words = waiting > 0 ? fill(texts.offlineWaiting, waiting) : texts.offline;
      if (waiting > 0 && !this.#sending.isDurable) {
        words += ` ${texts.notDurable}`;
      }
    }
    if (state.textContent !== words) {
      state.textContent = words;
    }
    if (line === 'signed-out') {
      state.append(' ', element('a', { href: this.#config.address, onclick: () => location.reload() }, texts.signIn));
    }
    state.dataset.state = line;
    state.classList.toggle('shown', words !== '');
  }

  #mayWrite() {
    this.#parts.input.disabled = !this.#mayTalk;
    this.#parts.send.disabled = !this.#mayTalk;
    this.#parts.to.disabled = !this.#mayTalk;
    this.#showTopics();
  }

  #wide = window.matchMedia('(min-width: 1024px)');

  /** On a narrow screen the so-far folds away. */
  #fit = () => {
    this.#parts.sofar.open = this.#wide.matches;
  };

  // ---- small things

  #isMine(message) {
    return message.author === this.#config.me.id && (message.hub ?? message.id.split('.')[0]) === this.#config.me.hub;
  }

  #isWatched() {
    return document.visibilityState === 'visible' && document.hasFocus();
  }

  #hubName(hub) {
    return this.#config.hubs[hub] ?? hub;
  }

  #place() {
    return `${this.#config.me.hub}:${this.#config.me.id}/${this.#config.room}`;
  }

  #writesTo() {
    return this.#topic || this.#to || this.#config.topics[0];
  }

  #topmost() {
    const { messages } = this.#parts;
    const first = [...messages.children].find((row) => row.id && row.offsetTop + row.offsetHeight > messages.scrollTop);
    return first?.id.replace('pesan-', '');
  }

  #openDraft() {
    this.#parts.input.value = draftOf(this.#place(), this.#writesTo());
  }

  #keepDraft(text) {
    keepDraft(this.#place(), this.#writesTo(), text);
  }
}

if (!customElements.get('hub-room')) {
  customElements.define('hub-room', HubRoom);
}
