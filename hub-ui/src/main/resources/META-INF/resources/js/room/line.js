// The socket to the hub: comes back by itself, ever more slowly and never in step with others, and notices a line that
// is dead without saying so.

const PROTOCOL = 'jipp-room.1';
const PING_MS = 20_000;
const PONG_MS = 10_000;
const OPEN_MS = 15_000;
const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 30_000;

/** The close code after which coming back needs the person. */
const SIGNED_OUT = 4401;

export class Line {
  #address;
  #heard;
  #changed;
  #socket = null;
  #retry = 0;
  #timer = 0;
  #ping = 0;
  #pong = 0;
  #ended = false;
  state = 'connecting';

  /**
   * @param address of the socket
   * @param heard gets each word of the hub
   * @param changed gets the state: `connecting`, `open`, `waiting` or `signed-out`
   */
  constructor(address, heard, changed) {
    this.#address = address;
    this.#heard = heard;
    this.#changed = changed;
  }

  start() {
    this.#ended = false;
    window.addEventListener('online', this.#now);
    window.addEventListener('offline', this.#cut);
    document.addEventListener('visibilitychange', this.#look);
    this.#connect();
  }

  stop() {
    this.#ended = true;
    window.removeEventListener('online', this.#now);
    window.removeEventListener('offline', this.#cut);
    document.removeEventListener('visibilitychange', this.#look);
    this.#drop();
  }

  /** @returns whether it went out to the line; not whether it arrived */
  say(word) {
    if (this.state !== 'open' || this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(word));
    return true;
  }

  #connect() {
    this.#drop();
    if (this.#ended) {
      return;
    }
    this.#to('connecting');
    const socket = new WebSocket(this.#address, PROTOCOL);
    this.#socket = socket;
    this.#timer = setTimeout(() => this.#lost(socket), OPEN_MS);
    socket.onopen = () => {
      if (socket === this.#socket) {
        clearTimeout(this.#timer);
        this.#beat(socket);
        this.#to('open');
      }
    };
    socket.onmessage = (event) => {
      if (socket === this.#socket) {
        clearTimeout(this.#pong);
        const word = JSON.parse(event.data);
        if (word.kind !== 'pong') {
          this.#retry = 0;
          this.#heard(word);
        }
      }
    };
    socket.onclose = (event) => {
      if (socket === this.#socket) {
        event.code === SIGNED_OUT ? this.#signedOut() : this.#lost(socket);
      }
    };
  }

  #beat(socket) {
    clearInterval(this.#ping);
    this.#ping = setInterval(() => this.#check(socket), PING_MS);
  }

  #check(socket) {
    if (socket !== this.#socket || socket.readyState !== WebSocket.OPEN) {
      return;
    }
    socket.send('{"kind":"ping"}');
    clearTimeout(this.#pong);
    this.#pong = setTimeout(() => this.#lost(socket), PONG_MS);
  }

  #lost(socket) {
    if (socket !== this.#socket) {
      return;
    }
    this.#drop();
    if (this.#ended) {
      return;
    }
    this.#to('waiting');
    const most = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** this.#retry++);
    this.#timer = setTimeout(() => this.#connect(), most / 2 + (Math.random() * most) / 2);
  }

  #signedOut() {
    this.#drop();
    this.#to('signed-out');
  }

  #drop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#pong);
    clearInterval(this.#ping);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  #to(state) {
    if (state !== this.state) {
      this.state = state;
      this.#changed(state);
    }
  }

  #now = () => {
    if (this.state === 'waiting') {
      this.#retry = 0;
      this.#connect();
    }
  };

  #cut = () => {
    if (this.#socket) {
      this.#lost(this.#socket);
    }
  };

  /** A page that comes back to the front may have slept: ask at once. */
  #look = () => {
    if (document.visibilityState === 'visible') {
      this.state === 'open' ? this.#check(this.#socket) : this.#now();
    }
  };
}
