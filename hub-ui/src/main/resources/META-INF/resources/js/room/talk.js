// The messages a page holds, in the room's order: by order number, then hub, then number. Each once, whatever comes
// twice. No screen in here.

const parsed = (id) => {
  const dot = id.lastIndexOf('.');
  return { hub: id.slice(0, dot), seq: Number(id.slice(dot + 1)) };
};

const compare = (one, other) =>
  one.order - other.order || (one.hub < other.hub ? -1 : one.hub > other.hub ? 1 : one.seq - other.seq);

export class Talk {
  #byId = new Map();
  #sorted = [];
  heads = {};
  seen = {};
  earlier = false;
  later = false;

  get messages() {
    return this.#sorted;
  }

  find(id) {
    return this.#byId.get(id);
  }

  clear() {
    this.#byId.clear();
    this.#sorted = [];
    this.heads = {};
  }

  /**
   * What is held has no holes: a late message that stands before all of it is left to be asked for with its neighbours,
   * unless `asked` says that these are they.
   *
   * @returns those that are new to this page
   */
  add(messages, asked = false) {
    const fresh = [];
    const first = asked || !this.earlier ? undefined : this.#sorted[0];
    for (const message of messages) {
      const { hub, seq } = parsed(message.id);
      const held = this.#byId.get(message.id);
      const placed = { ...message, hub, seq };
      if (!message.glimpsed) {
        this.heads[hub] = Math.max(this.heads[hub] ?? 0, seq);
      }
      if (held?.glimpsed && !message.glimpsed) {
        this.#byId.set(message.id, placed);
        this.#sorted = this.#sorted.map((each) => (each === held ? placed : each)).sort(compare);
      } else if (!held) {
        if (first && compare(placed, first) < 0) {
          continue;
        }
        this.#byId.set(message.id, placed);
        fresh.push(placed);
      }
    }
    if (fresh.length > 0) {
      this.#sorted = [...this.#sorted, ...fresh].sort(compare);
    }
    return fresh;
  }

  /** What was shown before its history came and is not among these is shown no more. */
  keepGlimpsed(messages) {
    const kept = new Set(messages.map((message) => message.id));
    this.#sorted = this.#sorted.filter((each) => !each.glimpsed || kept.has(each.id));
    this.#byId = new Map(this.#sorted.map((each) => [each.id, each]));
  }

  /** The heads of all that is shown: what one's own word comes after. */
  get shown() {
    const shown = { ...this.heads };
    for (const { hub, seq } of this.#sorted.filter((each) => each.glimpsed)) {
      shown[hub] = Math.max(shown[hub] ?? 0, seq);
    }
    return shown;
  }

  /** The hub's own heads may cover entries that are no messages. */
  cover(heads) {
    for (const [hub, upTo] of Object.entries(heads)) {
      this.heads[hub] = Math.max(this.heads[hub] ?? 0, upTo);
    }
  }

  isBehind(id, other) {
    const one = this.#byId.get(id);
    const two = this.#byId.get(other);
    return !two || (one !== undefined && compare(one, two) > 0);
  }
}
