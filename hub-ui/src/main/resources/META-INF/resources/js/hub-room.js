// <hub-room>: a room as a page. The server gives one property, `config`; everything else comes over the room's socket.
// What is written while the line is down waits on this device and goes out by itself, once, in order.
import { Line } from './room/line.js';
import { newClientId, Outbox } from './room/outbox.js';
import { Talk } from './room/talk.js';
import { divider, element, frame, hubRows, messageRow, presence, reconcile, topicRow } from './room/view.js';
import { fill, Times } from './room/words.js';

const GROUP_MS = 5 * 60_000;
const NEAR_END_PX = 80;
const NEAR_START_PX = 400;
const TYPING_SHOWN_MS = 4_000;
const TYPING_EVERY_MS = 2_500;
const STATE_AFTER_MS = 1_500;
const ALOUD_MAX = 5;
const EVERYTHING = '';

class HubRoom extends HTMLElement {
  #config = null;
  #parts = null;
  #talk = new Talk();
  #line = null;
  #outbox = null;
  #waiting = [];
  #failed = new Map();
  #inFlight = null;
  #entered = false;
  #mayTalk = true;
  #topic = EVERYTHING;
  #unread = new Map();
  #newFrom = null;
  #pointed = null;
  #readTold = '';
  #asking = '';
  #missedBelow = 0;
  #typing = new Map();
  #typingTold = 0;
  #people = {};
  #stateTimer = 0;
  #retryTimer = 0;
  #notice = '';
  #held = false;
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
    this.#line = line;
    Outbox.open().then(async (outbox) => {
      if (this.#line !== line) {
        outbox.close();
        return;
      }
      this.#outbox = outbox;
      this.#waiting = await outbox.waiting(this.#place());
      this.#draw();
      this.#showState();
      line.start();
    });
    this.#parts.state.dataset.state = 'open';
    this.dataset.texts = texts ? 'ready' : 'none';
  }

  #stop() {
    this.#line?.stop();
    this.#line = null;
    this.#outbox?.close();
    this.#outbox = null;
    this.#talk = new Talk();
    this.#waiting = [];
    this.#failed.clear();
    this.#unread.clear();
    this.#typing.clear();
    this.#inFlight = null;
    this.#entered = false;
    this.#newFrom = null;
    this.#readTold = '';
    this.#topic = EVERYTHING;
    this.#notice = '';
    this.#held = false;
    cancelAnimationFrame(this.#drawing);
    this.#drawing = 0;
    clearTimeout(this.#stateTimer);
    clearTimeout(this.#retryTimer);
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
    this.#forgetArrived(word.messages);
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
    this.#inFlight = null;
    this.#flush();
    this.#showState();
  }

  #noteUnread(word, first) {
    if (word.unread === 0) {
      this.#unread.clear();
      return;
    }
    const last = this.#talk.find(word.lastRead);
    for (const message of this.#talk.messages) {
      if (!this.#isMine(message) && (!last || this.#talk.isBehind(message.id, word.lastRead))) {
        this.#unread.set(message.id, message.topic);
      }
    }
    if (first || this.#newFrom === null) {
      this.#newFrom = [...this.#unread.keys()][0] ?? null;
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
      messages.scrollTop = messages.scrollHeight;
      this.#atEnd = true;
    }
    this.#scrolled();
  }

  #said(messages) {
    this.#forgetArrived(messages);
    if (this.#talk.later) {
      this.#missedBelow += messages.filter((message) => !this.#isMine(message)).length;
      this.#showToNow();
      return;
    }
    const fresh = this.#talk.add(messages);
    for (const message of fresh) {
      this.#typing.delete(`${message.hub}/${message.name}`);
      if (!this.#isMine(message)) {
        this.#unread.set(message.id, message.topic);
        if (!this.#atEnd) {
          this.#missedBelow++;
        }
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
    this.#gone(word.clientId);
    this.#draw();
    this.#flush();
    this.#showState();
  }

  #refused(word) {
    if (this.#inFlight === word.clientId) {
      this.#inFlight = null;
    }
    if (word.wait > 0) {
      this.#notice = word.sentence;
      this.#held = true;
      clearTimeout(this.#retryTimer);
      this.#retryTimer = setTimeout(() => {
        this.#notice = '';
        this.#held = false;
        this.#showState();
        this.#flush();
      }, word.wait * 1000);
    } else {
      this.#failed.set(word.clientId, word.sentence);
      this.#flush();
    }
    this.#draw();
    this.#showState();
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
    if (text === '' || !this.#mayTalk || !this.#outbox) {
      return;
    }
    const message = {
      clientId: newClientId(),
      place: this.#place(),
      topic: this.#writesTo(),
      text,
      after: { ...this.#talk.heads },
      at: new Date().toISOString(),
    };
    this.#parts.input.value = '';
    this.#keepDraft('');
    this.#newFrom = null;
    this.#waiting.push(message);
    const kept = this.#outbox.keep(message);
    if (this.#talk.later) {
      this.#toNow();
    }
    this.#atEnd = true;
    this.#draw();
    kept.then(() => this.#flush(), () => this.#flush());
    this.#showState();
  }

  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  #wrote() {
    const { input } = this.#parts;
    this.#keepDraft(input.value);
    this.#parts.hint.textContent = input.value.length > 3600
      ? fill(this.#config.texts.left, 4000 - input.value.length)
      : this.#config.texts.hint;
    const now = Date.now();
    if (input.value !== '' && now - this.#typingTold > TYPING_EVERY_MS) {
      this.#typingTold = now;
      this.#line?.say({ kind: 'typing', topic: this.#writesTo() });
    }
  }

  #choose(topic) {
    this.#topic = topic;
    this.#openDraft();
    this.#showTopics();
    this.#drawNow();
    this.#parts.messages.scrollTop = this.#parts.messages.scrollHeight;
    this.#scrolled();
  }

  #toNow() {
    this.#missedBelow = 0;
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
    if (this.#atEnd) {
      this.#missedBelow = 0;
      this.#markRead();
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
    const message = this.#waiting.find((waiting) => waiting.clientId === event.detail);
    if (message) {
      const { input } = this.#parts;
      input.value = input.value ? `${input.value}\n${message.text}` : message.text;
      this.#keepDraft(input.value);
      input.focus();
      this.#gone(message.clientId);
      this.#draw();
    }
  };

  #discard = (event) => {
    this.#gone(event.detail);
    this.#draw();
    this.#parts.input.focus();
  };

  #visible = () => {
    if (document.visibilityState === 'visible') {
      this.#markRead();
    }
  };

  #leaving = (event) => {
    if (this.#outbox && !this.#outbox.durable && this.#waiting.length > 0) {
      event.preventDefault();
    }
  };

  // ---- sending

  /** One at a time, so that the order stays even where the hub asks to wait. */
  #flush() {
    if (this.#inFlight || !this.#entered || !this.#line || this.#held) {
      return;
    }
    const next = this.#waiting.find((message) => !this.#failed.has(message.clientId));
    if (next && this.#line.say({ kind: 'say', clientId: next.clientId, topic: next.topic, text: next.text, after: next.after })) {
      this.#inFlight = next.clientId;
    }
  }

  #gone(clientId) {
    this.#waiting = this.#waiting.filter((message) => message.clientId !== clientId);
    this.#failed.delete(clientId);
    if (this.#inFlight === clientId) {
      this.#inFlight = null;
    }
    this.#outbox?.forget(clientId).catch(() => {});
  }

  #forgetArrived(messages) {
    for (const message of messages) {
      if (this.#isMine(message) && this.#waiting.some((waiting) => waiting.clientId === message.clientId)) {
        this.#gone(message.clientId);
      }
    }
  }

  #lineIs(state) {
    if (state === 'open') {
      this.#enter();
    } else {
      this.#entered = false;
      this.#inFlight = null;
      this.#asking = '';
    }
    clearTimeout(this.#stateTimer);
    if (state === 'connecting') {
      this.#stateTimer = setTimeout(() => this.#showState(), STATE_AFTER_MS);
    } else {
      this.#showState();
    }
  }

  // ---- what is read

  #markRead() {
    if (!this.#entered || !this.#atEnd || !this.#isWatched()) {
      return;
    }
    for (const [id, topic] of this.#unread) {
      if (this.#topic === EVERYTHING || topic === this.#topic) {
        this.#unread.delete(id);
      }
    }
    const last = this.#talk.messages.at(-1);
    if (this.#unread.size === 0 && last && last.id !== this.#readTold && this.#line?.say({ kind: 'read', id: last.id })) {
      this.#readTold = last.id;
    }
    this.#showTopics();
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
    if (this.#topic === EVERYTHING || word.topic === this.#topic) {
      const who = `${word.hub}/${word.name}`;
      clearTimeout(this.#typing.get(who)?.timer);
      this.#typing.set(who, {
        name: word.name,
        timer: setTimeout(() => {
          this.#typing.delete(who);
          this.#showTyping();
        }, TYPING_SHOWN_MS),
      });
      this.#showTyping();
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
    const { texts } = this.#config;
    const rows = [];
    const shown = this.#talk.messages.filter((message) => this.#topic === EVERYTHING || message.topic === this.#topic);
    const newestMine = shown.findLast((message) => this.#isMine(message))?.id;
    let day = '';
    let before = null;
    for (const message of shown) {
      const today = this.#times.dayKey(message.sentAt);
      if (today !== day) {
        rows.push(divider(`day:${today}`, 'day', this.#times.day(message.sentAt)));
        day = today;
        before = null;
      }
      if (message.id === this.#newFrom) {
        rows.push(divider('new', 'new', texts.newMessages));
        before = null;
      }
      const mine = this.#isMine(message);
      rows.push(messageRow(mine ? `c:${message.clientId}` : message.id, message, {
        head: !this.#continues(before, message),
        mine,
        newest: message.id === newestMine && this.#waiting.length === 0,
        name: mine ? texts.you : message.name,
        face: message.name,
        hub: this.#hubName(message.hub),
        unit: message.unit,
        topic: this.#topic === EVERYTHING && this.#config.topics.length > 1 && message.topic !== before?.topic
          ? message.topic : '',
        time: this.#times.time(message.sentAt),
        day: `${this.#times.day(message.sentAt)}, ${this.#times.time(message.sentAt)}`,
        address: `${this.#config.address}?pesan=${encodeURIComponent(message.id)}`,
        marks: mine ? this.#marks(message) : '',
        pointed: message.id === this.#pointed,
        ahead: message.ahead,
      }, texts));
      before = message;
    }
    for (const message of this.#waiting.filter((each) => this.#topic === EVERYTHING || each.topic === this.#topic)) {
      const failed = this.#failed.get(message.clientId);
      rows.push(messageRow(`c:${message.clientId}`, message, {
        head: !(before && (before.waiting || this.#isMine(before))),
        mine: true,
        waiting: true,
        name: texts.you,
        face: this.#config.me.name,
        hub: this.#hubName(this.#config.me.hub),
        marks: failed ?? texts.onDevice,
        failed: Boolean(failed),
      }, texts));
      before = { waiting: true };
    }
    if (rows.length === 0 && this.#entered) {
      rows.push({
        key: 'empty',
        sign: texts.empty,
        draw: (row) => {
          row.className = 'nothing';
          row.replaceChildren(element('h2', {}, texts.empty), element('p', {}, texts.emptyWhat));
        },
      });
    }
    if (!this.#entered && rows.length === 0) {
      return;
    }
    reconcile(messages, rows);
    if (this.#atEnd) {
      messages.scrollTop = messages.scrollHeight;
    }
    this.#showToNow();
  }

  #continues(before, message) {
    return before !== null
      && before.author === message.author
      && before.hub === message.hub
      && (this.#topic !== EVERYTHING || before.topic === message.topic)
      && Math.abs(Date.parse(message.sentAt) - Date.parse(before.sentAt)) < GROUP_MS;
  }

  /** How far one's own message has come, in words. */
  #marks(message) {
    const { texts } = this.#config;
    const others = Object.keys(this.#config.hubs).filter((hub) => hub !== message.hub);
    const reached = others.filter((hub) => (this.#talk.seen[hub] ?? 0) >= message.seq);
    const missing = others.filter((hub) => !reached.includes(hub));
    if (others.length === 0) {
      return texts.atHub;
    }
    if (missing.length === 0) {
      return others.length > 2 ? texts.everywhere : fill(texts.reached, this.#list(reached));
    }
    return [
      texts.atHub,
      reached.length > 0 ? fill(texts.reached, this.#list(reached)) : '',
      fill(texts.onReturn, this.#list(missing)),
    ].filter(Boolean).join(' ');
  }

  #list(hubs) {
    return this.#names.format(hubs.map((hub) => this.#hubName(hub)));
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
    const to = fill(texts.writeTo, this.#writesTo());
    this.#parts.label.textContent = to;
    this.#parts.input.placeholder = this.#mayTalk ? to : texts.readOnly;
  }

  #showHubs() {
    const { hubs, owner, texts } = this.#config;
    hubRows(this.#parts.hubs, hubs, owner, this.#people, texts);
    presence(this.#parts.present, this.#people, (hub) => this.#hubName(hub), texts);
  }

  #showTyping() {
    const names = [...this.#typing.values()].map((each) => each.name);
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
    toNow.textContent = this.#missedBelow > 0 ? fill(texts.toNowMissed, this.#missedBelow) : texts.toNow;
  }

  #showState() {
    const { state } = this.#parts;
    const { texts } = this.#config;
    const waiting = this.#waiting.filter((message) => !this.#failed.has(message.clientId)).length;
    const line = this.#line?.state ?? 'open';
    let words = this.#notice;
    if (line === 'signed-out') {
      words = fill(texts.signedOut, waiting);
    } else if (line !== 'open') {
      words = waiting > 0 ? fill(texts.offlineWaiting, waiting) : texts.offline;
      if (this.#outbox && !this.#outbox.durable && waiting > 0) {
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
    return this.#topic === EVERYTHING ? this.#config.topics[0] : this.#topic;
  }

  #topmost() {
    const { messages } = this.#parts;
    const first = [...messages.children].find((row) => row.id && row.offsetTop + row.offsetHeight > messages.scrollTop);
    return first?.id.replace('pesan-', '');
  }

  #draftKey() {
    return `jipp-draft/${this.#place()}/${this.#writesTo()}`;
  }

  #openDraft() {
    try {
      this.#parts.input.value = localStorage.getItem(this.#draftKey()) ?? '';
    } catch {
      // a browser that keeps nothing: the text is only on the screen
    }
  }

  #keepDraft(text) {
    try {
      text === '' ? localStorage.removeItem(this.#draftKey()) : localStorage.setItem(this.#draftKey(), text);
    } catch {
      // as above
    }
  }
}

if (!customElements.get('hub-room')) {
  customElements.define('hub-room', HubRoom);
}
