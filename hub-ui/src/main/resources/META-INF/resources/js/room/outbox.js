// What was written and is not yet at the hub: kept on this device, in order, across reloads and closed laptops.
// IndexedDB where there is one; memory where the browser forbids it (then `durable` is false).

const DATABASE = 'jipp-room';
const STORE = 'outbox';

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const committed = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });

const open = () => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(STORE, { keyPath: 'n', autoIncrement: true });
    store.createIndex('clientId', 'clientId', { unique: true });
    store.createIndex('place', 'place');
  };
  return done(request);
};

/** An id no other device makes: letters, digits and dashes. */
export const newClientId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

export class Outbox {
  #database = null;
  #memory = [];
  #next = 1;
  durable = false;

  /** @returns an outbox that is ready to use */
  static async open() {
    const outbox = new Outbox();
    try {
      outbox.#database = await open();
      outbox.durable = true;
    } catch {
      outbox.durable = false;
    }
    return outbox;
  }

  /** Keeps a message; resolves once it is written on the device, with its number there. */
  async keep(message) {
    if (!this.#database) {
      this.#memory.push({ ...message, n: this.#next });
      return this.#next++;
    }
    const transaction = this.#database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const n = await done(transaction.objectStore(STORE).add(message));
    await committed(transaction);
    return n;
  }

  /** All that waits there, oldest first. A place is a person in a room. */
  async waiting(place) {
    if (!this.#database) {
      return this.#memory.filter((message) => message.place === place);
    }
    const index = this.#database.transaction(STORE, 'readonly').objectStore(STORE).index('place');
    const all = await done(index.getAll(place));
    return all.sort((one, other) => one.n - other.n);
  }

  /** The hub has it, or somebody threw it away. */
  async forget(clientId) {
    this.#memory = this.#memory.filter((message) => message.clientId !== clientId);
    if (this.#database) {
      const transaction = this.#database.transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      const key = await done(store.index('clientId').getKey(clientId));
      if (key !== undefined) {
        store.delete(key);
      }
      await committed(transaction);
    }
  }

  close() {
    this.#database?.close();
  }
}
