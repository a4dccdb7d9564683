// How fast a file goes and how long it will take, over the last seconds, so that one slow moment is no forecast.
const WINDOW_MS = 12_000;

export class Pace {
  #marks = [];

  /** So many bytes are there now. */
  at(bytes, now = performance.now()) {
    this.#marks.push({ bytes, now });
    this.#marks = this.#marks.filter((mark) => now - mark.now <= WINDOW_MS);
  }

  /** Bytes a second; 0 while it cannot be told. */
  get rate() {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    return first && last.now - first.now > 500 ? ((last.bytes - first.bytes) * 1000) / (last.now - first.now) : 0;
  }

  /** Seconds until so many more are there; null while it cannot be told. */
  left(bytes) {
    return this.rate > 0 ? Math.ceil(bytes / this.rate) : null;
  }
}
