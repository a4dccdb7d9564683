// Who is typing elsewhere, and telling others that somebody is here. No screen in here.

const SHOWN_MS = 4_000;
const TELL_EVERY_MS = 2_500;

export class Typing {
  #people = new Map();
  #toldAt = 0;
  #changed;

  /** @param changed is called when somebody began or stopped */
  constructor(changed) {
    this.#changed = changed;
  }

  get names() {
    return [...this.#people.values()].map((each) => each.name);
  }

  heard({ hub, name }) {
    this.stopped({ hub, name });
    const who = `${hub}/${name}`;
    this.#people.set(who, {
      name,
      timer: setTimeout(() => {
        this.#people.delete(who);
        this.#changed();
      }, SHOWN_MS),
    });
    this.#changed();
  }

  stopped({ hub, name }) {
    const who = `${hub}/${name}`;
    clearTimeout(this.#people.get(who)?.timer);
    this.#people.delete(who);
  }

  clear() {
    this.#people.forEach((each) => clearTimeout(each.timer));
    this.#people.clear();
  }

  /** Whether it is time to tell again that one is typing here. */
  isDue() {
    const now = Date.now();
    const due = now - this.#toldAt > TELL_EVERY_MS;
    if (due) {
      this.#toldAt = now;
    }
    return due;
  }
}
