// Which rows a conversation has, in their order: days, what is new, messages in groups, what waits on this device.
import { divider, element, messageRow } from './view.js';
import { fill } from './words.js';

const GROUP_MS = 5 * 60_000;

/** The row of a room in which nothing was said. */
const nothing = (texts) => ({
  key: 'empty',
  sign: texts.empty,
  draw: (row) => {
    row.className = 'nothing';
    row.replaceChildren(element('h2', {}, texts.empty), element('p', {}, texts.emptyWhat));
  },
});

/** Whether a message goes on what the one before began. */
const continues = (before, message, inOneTopic) =>
  before !== null
  && before.author === message.author
  && before.hub === message.hub
  && (inOneTopic || before.topic === message.topic)
  && Math.abs(Date.parse(message.sentAt) - Date.parse(before.sentAt)) < GROUP_MS;

/** How far one's own message has come, in words. */
const marks = (message, room) => {
  const { texts } = room;
  const others = Object.keys(room.hubs).filter((hub) => hub !== message.hub);
  const reached = others.filter((hub) => (room.seen[hub] ?? 0) >= message.seq);
  const missing = others.filter((hub) => !reached.includes(hub));
  const list = (hubs) => room.names.format(hubs.map(room.hubName));
  if (others.length === 0) {
    return texts.atHub;
  }
  if (missing.length === 0) {
    return others.length > 2 ? texts.everywhere : fill(texts.reached, list(reached));
  }
  return [
    texts.atHub,
    reached.length > 0 ? fill(texts.reached, list(reached)) : '',
    fill(texts.onReturn, list(missing)),
  ].filter(Boolean).join(' ');
};

const said = (message, before, newest, room) => {
  const mine = room.isMine(message);
  const { times, texts } = room;
  return messageRow(mine ? `c:${message.clientId}` : message.id, message, {
    head: !continues(before, message, room.inOneTopic),
    mine,
    newest,
    name: mine ? texts.you : message.name,
    face: message.name,
    hub: room.hubName(message.hub),
    unit: message.unit,
    topic: !room.inOneTopic && message.topic !== before?.topic ? message.topic : '',
    time: times.time(message.sentAt),
    day: `${times.day(message.sentAt)}, ${times.time(message.sentAt)}`,
    address: `${room.address}?pesan=${encodeURIComponent(message.id)}`,
    marks: mine ? marks(message, room) : '',
    pointed: message.id === room.pointed,
    erase: room.erase && message.id === room.pointed && message.hub === room.me.hub ? room.erase + message.id : '',
    ahead: message.ahead,
  }, texts);
};

const waits = (message, head, room) => {
  const failed = room.failed(message.clientId);
  return messageRow(`c:${message.clientId}`, message, {
    head,
    mine: true,
    waiting: true,
    name: room.texts.you,
    face: room.me.name,
    hub: room.hubName(room.me.hub),
    marks: failed ?? room.texts.onDevice,
    failed: Boolean(failed),
  }, room.texts);
};

/**
 * @param room the messages and what waits, of one topic or all (`inOneTopic` says which); from which one on they are
 *   new; which one a link points at; how far each hub has come; and the words for all that
 */
export const rowsOf = (room) => {
  const rows = [];
  const newestMine = room.waiting.length > 0 ? undefined : room.messages.findLast(room.isMine)?.id;
  let day = '';
  let before = null;
  const glimpsed = room.messages.find((message) => message.glimpsed);
  for (const message of room.messages) {
    if (message === glimpsed) {
      rows.push(divider('earlier', 'earlier', room.texts.earlierComing));
      before = null;
    }
    const today = room.times.dayKey(message.sentAt);
    if (today !== day) {
      rows.push(divider(`day:${today}`, 'day', room.times.day(message.sentAt)));
      day = today;
      before = null;
    }
    if (message.id === room.newFrom) {
      rows.push(divider('new', 'new', room.texts.newMessages));
      before = null;
    }
    rows.push(said(message, before, message.id === newestMine, room));
    before = message;
  }
  let first = !(before && room.isMine(before));
  for (const message of room.waiting) {
    rows.push(waits(message, first, room));
    first = false;
  }
  return rows.length > 0 ? rows : [nothing(room.texts)];
};
