// Which uploads this person began for a seminar on this device, so that they go on after a reload or a day.

/** What tells a file from another without reading it. */
export const identity = (file) => [file.name, file.size, file.lastModified].join('/');

/** Reads and writes the list; where the browser keeps nothing it lasts as long as the page. */
export class Memory {
  #key;
  #list;

  constructor(key) {
    this.#key = `jipp.uploads.${key}`;
    this.#list = this.#stored();
  }

  #stored() {
    try {
      const list = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return Array.isArray(list) ? list.filter((one) => typeof one?.address === 'string') : [];
    } catch {
      return [];
    }
  }

  all() {
    return [...this.#list];
  }

  /** @param one {address, identity, name, size} */
  put(one) {
    this.#write([...this.#list.filter((other) => other.address !== one.address), one]);
  }

  drop(address) {
    this.#write(this.#list.filter((one) => one.address !== address));
  }

  #write(list) {
    this.#list = list;
    try {
      localStorage.setItem(this.#key, JSON.stringify(list));
    } catch {
      // the page itself still knows
    }
  }
}
