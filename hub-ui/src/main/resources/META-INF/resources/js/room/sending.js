// What a person wrote in a room and the hub has not yet: kept on this device, sent one at a time so that the order stays
// even where the hub asks to wait, and forgotten when the hub has it. No screen in here.
import { newClientId, Outbox } from './outbox.js';

export class Sending {
  #place;
  #say;
  #changed;
  #outbox = null;
  #waiting = [];
  #failed = new Map();
  #inFlight = null;
  #entered = false;
  #held = 0;
  #closed = false;
  /** Why all of it waits, in the hub's words; empty while it does not. */
  notice = '';

  /**
   * @param place a person in a room
   * @param say gives a word to the line and says whether it went out
   * @param changed is called when something of it looks different now
   */
  constructor(place, say, changed) {
    this.#place = place;
    this.#say = say;
    this.#changed = changed;
  }

  /** Reads what waits from before. */
  async open() {
    const outbox = await Outbox.open();
    const waiting = await outbox.waiting(this.#place).catch(() => []);
    if (this.#closed) {
      outbox.close();
      return;
    }
    this.#outbox = outbox;
    this.#waiting = waiting;
    this.#changed();
  }

  close() {
    this.#closed = true;
    this.#outbox?.close();
    this.#outbox = null;
    clearTimeout(this.#held);
  }

  get isOpen() {
    return this.#outbox !== null;
  }

  /** Whether it outlives this page. */
  get isDurable() {
    return this.#outbox?.durable ?? true;
  }

  /** All of it, oldest first. */
  get waiting() {
    return this.#waiting;
  }

  /** How many go out by themselves. */
  get count() {
    return this.#waiting.length - this.#failed.size;
  }

  /** Why the hub will not have that one; undefined if it was not asked or may have it. */
  failed(clientId) {
    return this.#failed.get(clientId);
  }

  /** @param after the heads its writer had seen */
  add(topic, text, after) {
    const message = { clientId: newClientId(), place: this.#place, topic, text, after, at: new Date().toISOString() };
    this.#waiting.push(message);
    this.#outbox.keep(message).finally(() => this.#flush()).catch(() => {});
  }

  /** The hub listens to this room from now on. */
  enter() {
    this.#entered = true;
    this.#inFlight = null;
    this.#flush();
  }

  /** The line is gone; what was on its way may or may not have arrived. */
  leave() {
    this.#entered = false;
    this.#inFlight = null;
  }

  /** The hub has that one. */
  kept(clientId) {
    this.#remove(clientId);
    this.#flush();
  }

  /** The hub shows messages; one's own among them may be such as waited here. */
  arrived(own) {
    for (const message of own) {
      if (this.#waiting.some((waiting) => waiting.clientId === message.clientId)) {
        this.#remove(message.clientId);
      }
    }
  }

  /** The hub will not have that one, or not yet: then all wait so many seconds. */
  refused({ clientId, wait, sentence }) {
    if (this.#inFlight === clientId) {
      this.#inFlight = null;
    }
    if (wait > 0) {
      this.notice = sentence;
      clearTimeout(this.#held);
      this.#held = setTimeout(() => {
        this.#held = 0;
        this.notice = '';
        this.#flush();
        this.#changed();
      }, wait * 1000);
    } else {
      this.#failed.set(clientId, sentence);
      this.#flush();
    }
  }

  /** Takes one back; undefined if it is not here any more. */
  take(clientId) {
    const message = this.#waiting.find((waiting) => waiting.clientId === clientId);
    this.#remove(clientId);
    return message;
  }

  #flush() {
    if (this.#inFlight || !this.#entered || this.#held) {
      return;
    }
    const next = this.#waiting.find((message) => !this.#failed.has(message.clientId));
    if (next && this.#say({ kind: 'say', clientId: next.clientId, topic: next.topic, text: next.text, after: next.after })) {
      this.#inFlight = next.clientId;
    }
  }

  #remove(clientId) {
    this.#waiting = this.#waiting.filter((message) => message.clientId !== clientId);
    this.#failed.delete(clientId);
    if (this.#inFlight === clientId) {
      this.#inFlight = null;
    }
    this.#outbox?.forget(clientId).catch(() => {});
  }
}
