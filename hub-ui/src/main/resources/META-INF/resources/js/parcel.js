// Sends a parcel from this device to the hub as it is, shows how far it is, and hands the hub's answer to the page.
const MB = 1024 * 1024;

const made = (tag, properties, ...content) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
};

class ParcelIntake extends HTMLElement {
  connectedCallback() {
    if (this.input) {
      return;
    }
    this.input = made('input', { type: 'file', className: 'unseen' });
    this.input.addEventListener('change', () => this.send(this.input.files[0]));
    this.pick = made('label', { className: 'btn first' }, this.dataset.pick, this.input);
    this.bar = made('progress', { max: 1 });
    this.bar.setAttribute('aria-label', this.dataset.pick);
    this.words = made('p', { className: 'quiet small' });
    this.words.setAttribute('role', 'status');
    this.stop = made('button', { type: 'button', className: 'btn' }, this.dataset.cancel);
    this.stop.addEventListener('click', () => this.request?.abort());
    this.way = made('div', { className: 'stack', hidden: true }, this.bar, this.words, this.stop);
    this.append(this.pick, this.way);
  }

  disconnectedCallback() {
    this.request?.abort();
  }

  async send(file) {
    if (!file) {
      return;
    }
    this.show(true);
    this.tell(0, file.size);
    try {
      const { csrf } = await (await fetch(new URL('api/v1/session', document.baseURI))).json();
      const request = new XMLHttpRequest();
      this.request = request;
      request.open('POST', new URL('api/v1/parcel', document.baseURI));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('Accept', 'application/json');
      if (csrf) {
        request.setRequestHeader(csrf.header, csrf.token);
      }
      request.upload.onprogress = (event) => this.tell(event.loaded, event.total);
      const over = (body) => this.over(request.status, body);
      request.onload = () => over(request.responseText);
      request.onerror = () => over('');
      request.onabort = () => over('');
      // The file itself, not a copy of it in memory.
      request.send(file);
    } catch (broken) {
      this.over(0, '');
    }
  }

  tell(sent, all) {
    const whole = sent >= all && all > 0;
    if (whole) {
      this.bar.removeAttribute('value');
    } else {
      this.bar.value = all > 0 ? sent / all : 0;
    }
    const next = whole
      ? this.dataset.taking
      : this.dataset.sending.replace('{0}', Math.floor(sent / MB)).replace('{1}', Math.ceil(all / MB));
    if (this.words.textContent !== next) {
      this.words.textContent = next;
    }
  }

  over(status, body) {
    this.request = undefined;
    this.input.value = '';
    this.show(false);
    if (this.isConnected) {
      this.dispatchEvent(new CustomEvent('taken', { detail: { status, body } }));
    }
  }

  show(underWay) {
    this.pick.hidden = underWay;
    this.way.hidden = !underWay;
  }
}

customElements.define('hub-parcel-intake', ParcelIntake);
