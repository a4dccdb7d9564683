// Files on their way from this browser to the hub, one after another. What is at the hub stays there: after a cut a file
// goes on by itself, after a reload as soon as the same file is chosen again.
import { Memory, identity } from './upload/memory.js';
import { Pace } from './upload/pace.js';
import { Cut, Refused, begin, discard, look, send } from './upload/tus.js';

const AGAIN_MS = [1_000, 2_000, 5_000, 10_000, 30_000];
const UNITS = ['B', 'KB', 'MB', 'GB'];

const el = (name, className, text) => {
  const element = document.createElement(name);
  if (className) {
    element.className = className;
  }
  if (text) {
    element.textContent = text;
  }
  return element;
};

/** One file and its line in the list. */
class Transfer {
  paused = false;
  failed = false;
  whole = false;
  offset = 0;
  pace = new Pace();

  constructor(home, { file, address, name, size, key }) {
    Object.assign(this, { home, file, address, name, size, key });
    this.line = el('li');
    this.bar = el('progress');
    this.bar.max = size;
    this.bar.setAttribute('aria-label', name);
    this.state = el('span', 'state');
    this.state.setAttribute('role', 'status');
    this.figures = el('span', 'figures quiet small');
    this.ways = el('span', 'ways');
    const head = el('div', 'head');
    head.append(el('span', 'name', name), el('span', 'quiet small', home.size(size)));
    const foot = el('div', 'foot-row');
    foot.append(this.state, this.figures, this.ways);
    this.line.append(head, this.bar, foot);
  }

  say(word, ...args) {
    const said = this.home.word(word, ...args);
    if (this.state.textContent !== said) {
      this.state.textContent = said;
    }
    this.line.dataset.state = word;
  }

  progress(bytes) {
    this.offset = bytes;
    this.bar.value = bytes;
    this.pace.at(bytes);
    const left = this.pace.left(this.size - bytes);
    const parts = [this.home.word('of', this.home.size(bytes), this.home.size(this.size))];
    if (left !== null) {
      parts.push(this.home.word('rate', this.home.size(this.pace.rate)), this.home.left(left));
    }
    this.figures.textContent = parts.join(' · ');
  }

  offer(...names) {
    const focused = this.ways.contains(document.activeElement);
    this.ways.replaceChildren(
      ...names.map((name) => {
        const button = el('button', 'btn', this.home.word(name));
        button.type = 'button';
        button.setAttribute('aria-label', `${this.home.word(name)}: ${this.name}`);
        button.addEventListener('click', () => this[name]());
        return button;
      }),
    );
    if (focused) {
      this.ways.querySelector('button')?.focus();
    }
  }

  pause() {
    this.paused = true;
    this.stop?.abort();
    this.say('paused');
    this.offer('resume', 'cancel');
  }

  resume() {
    this.paused = false;
    this.failed = false;
    this.say('queued');
    this.offer('cancel');
    this.home.next();
  }

  choose() {
    this.home.choose(this);
  }

  async cancel() {
    this.cancelled = true;
    this.stop?.abort();
    this.home.remove(this);
    if (this.address) {
      await discard(this.address).catch(() => {});
    }
  }

  /** Sends until it is whole, is paused, or was refused. */
  async run() {
    for (let tries = 0; !this.paused && !this.cancelled; ) {
      const before = this.offset;
      try {
        await this.#once();
        return;
      } catch (problem) {
        if (this.paused || this.cancelled) {
          return;
        }
        if (problem instanceof Refused && problem.status !== 409) {
          this.#refused(problem);
          return;
        }
        if (!(problem instanceof Refused) && !(problem instanceof Cut) && !(problem instanceof TypeError)) {
          throw problem;
        }
        tries = this.offset > before ? 0 : tries + 1;
        this.say('waiting');
        this.offer('pause', 'cancel');
        await new Promise((done) => {
          this.wake = done;
          setTimeout(done, AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)]);
        });
      }
    }
  }

  async #once() {
    this.stop = new AbortController();
    this.offer('pause', 'cancel');
    if (!this.address) {
      this.address = await begin(this.file, this.key);
      this.home.remember(this);
    }
    const { offset } = await look(this.address);
    this.pace = new Pace();
    this.progress(offset);
    this.say('sending');
    await send(this.address, this.file, offset, { progress: (bytes) => this.progress(bytes), signal: this.stop.signal });
    this.home.arrived(this);
  }

  #refused({ status, message }) {
    this.failed = true;
    if (status === 401 || status === 403) {
      this.say('signedOut');
      this.offer('resume', 'cancel');
    } else if ((status === 404 || status === 410) && this.address) {
      // thrown away meanwhile: nothing of it is there
      this.home.forget(this.address);
      this.address = null;
      this.key = crypto.randomUUID();
      this.say('gone');
      this.offer('resume', 'cancel');
    } else {
      this.home.forget(this.address);
      this.say(message ? 'refused' : 'refusedPlain', message);
      this.offer('cancel');
    }
    this.line.classList.toggle('wrong', this.failed);
  }
}

class HubUpload extends HTMLElement {
  #transfers = [];
  #memory;
  #config;
  #busy = false;
  #waiting = null;

  connectedCallback() {
    this.#config = JSON.parse(this.getAttribute('config'));
    this.#memory = new Memory(this.#config.memory);
    this.#build();
    this.#recall();
    addEventListener('online', this.#online);
  }

  disconnectedCallback() {
    removeEventListener('online', this.#online);
    this.#transfers.forEach((one) => {
      one.paused = true;
      one.stop?.abort();
    });
    this.#transfers = [];
  }

  #online = () => this.#transfers.forEach((one) => one.wake?.());

  #build() {
    this.input = el('input', 'visually-hidden');
    this.input.type = 'file';
    this.input.multiple = true;
    this.input.id = 'berkas';
    this.input.addEventListener('change', () => {
      this.#take([...this.input.files]);
      this.input.value = '';
    });
    const label = el('label', 'btn first', this.word('choose'));
    label.htmlFor = 'berkas';
    const hint = el('p', 'quiet small', this.word('hint'));
    this.drop = el('div', 'drop card');
    this.drop.append(this.input, label, hint);
    this.list = el('ul', 'uploads');
    this.wrong = el('p', 'notice wrong');
    this.wrong.setAttribute('role', 'alert');
    this.wrong.hidden = true;
    this.replaceChildren(this.drop, this.wrong, this.list);
    this.drop.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.drop.classList.add('over');
    });
    this.drop.addEventListener('dragleave', () => this.drop.classList.remove('over'));
    this.drop.addEventListener('drop', (event) => {
      event.preventDefault();
      this.drop.classList.remove('over');
      this.#take([...event.dataTransfer.files]);
    });
  }

  /** What was begun before: whole ones are told, the others wait for their file. */
  async #recall() {
    for (const one of this.#memory.all()) {
      try {
        const { offset, size } = await look(one.address);
        const transfer = this.#add({ address: one.address, name: one.name, size, key: one.identity });
        transfer.progress(offset);
        transfer.figures.textContent = this.word('of', this.size(offset), this.size(size));
        if (offset === size) {
          this.arrived(transfer);
        } else {
          transfer.say('again');
          transfer.offer('choose', 'cancel');
        }
      } catch (problem) {
        if (problem instanceof Refused && (problem.status === 404 || problem.status === 410)) {
          this.#memory.drop(one.address);
        }
      }
    }
  }

  #add(what) {
    const transfer = new Transfer(this, what);
    this.#transfers.push(transfer);
    this.list.append(transfer.line);
    return transfer;
  }

  #take(files) {
    this.wrong.hidden = true;
    const wanted = this.#waiting;
    this.#waiting = null;
    for (const file of files) {
      const known = this.#begun(file);
      if (known) {
        known.file = file;
        known.resume();
      } else if (wanted) {
        this.wrong.textContent = this.word('another', file.name, wanted.name);
        this.wrong.hidden = false;
      } else {
        const transfer = this.#add({ file, name: file.name, size: file.size, key: crypto.randomUUID() });
        transfer.say('queued');
        transfer.offer('cancel');
      }
    }
    this.next();
  }

  /** The line that waits for that very file. */
  #begun(file) {
    const begun = this.#memory.all().find((one) => one.identity === identity(file));
    return begun && this.#transfers.find((one) => one.address === begun.address && !one.file);
  }

  choose(transfer) {
    this.#waiting = transfer;
    this.input.click();
  }

  async next() {
    if (this.#busy) {
      return;
    }
    const ready = (one) => one.file && !one.whole && !one.paused && !one.failed && !one.cancelled;
    this.#busy = true;
    try {
      for (let one = this.#transfers.find(ready); one; one = this.#transfers.find(ready)) {
        await one.run();
      }
    } finally {
      this.#busy = false;
    }
  }

  remember(transfer) {
    const { address, file, name, size } = transfer;
    this.#memory.put({ address, identity: identity(file), name, size });
  }

  forget(address) {
    if (address) {
      this.#memory.drop(address);
    }
  }

  /** Whole at the hub: the page asks the rest. */
  arrived(transfer) {
    transfer.whole = true;
    transfer.figures.textContent = '';
    transfer.say('arrived');
    transfer.offer();
    this.$server.arrived(transfer.address.split('/').pop(), transfer.name);
  }

  /** The page has made a material of it, or thrown it away. */
  settled(upload) {
    this.#transfers
      .filter((one) => one.address?.endsWith(`/${upload}`))
      .forEach((one) => this.remove(one));
  }

  remove(transfer) {
    this.forget(transfer.address);
    this.#transfers = this.#transfers.filter((one) => one !== transfer);
    transfer.line.remove();
    if (!this.contains(document.activeElement) && document.activeElement === document.body) {
      this.input.focus();
    }
  }

  word(key, ...args) {
    return this.#config.words[key].replace(/\{(\d)\}/g, (all, n) => args[n] ?? '');
  }

  size(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    const digits = unit > 0 && value < 10 ? 1 : 0;
    return `${value.toLocaleString(this.#config.language, { maximumFractionDigits: digits })} ${UNITS[unit]}`;
  }

  left(seconds) {
    return seconds < 60 ? this.word('seconds', seconds) : this.word('minutes', Math.ceil(seconds / 60));
  }
}

customElements.define('hub-upload', HubUpload);
