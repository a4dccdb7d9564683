// Words and times, in the language and zone the hub gave.

const LINK = /\bhttps?:\/\/[^\s<>"'`]+/g;
const TRAILING = /[.,;:!?)\]}»”’]+$/;

/** Fills `{0}`, `{1}` … of a sentence. */
export const fill = (sentence, ...args) => sentence.replace(/\{(\d)\}/g, (hole, n) => String(args[n] ?? ''));

export class Times {
  #clock;
  #day;
  #full;
  #zone;
  #dot;

  /** @param zone `{id: 'Asia/Makassar', name: 'WITA'}` */
  constructor(language, zone) {
    const locale = language === 'en' ? 'en-GB' : 'id-ID';
    this.#zone = zone.name;
    this.#dot = language === 'en' ? ':' : '.';
    this.#clock = new Intl.DateTimeFormat(locale, {
      timeZone: zone.id, hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    });
    this.#day = new Intl.DateTimeFormat(locale, {
      timeZone: zone.id, weekday: 'long', day: 'numeric', month: 'short', year: 'numeric',
    });
    this.#full = new Intl.DateTimeFormat('en-CA', { timeZone: zone.id });
  }

  /** `21.27 WIB` */
  time(iso) {
    return this.#clock.format(new Date(iso)).replace(/[.:]/, this.#dot) + ' ' + this.#zone;
  }

  /** `Kamis 2 Nov 2023` */
  day(iso) {
    return this.#day.format(new Date(iso)).replaceAll(',', '');
  }

  /** The same for two moments of one day there. */
  dayKey(iso) {
    return this.#full.format(new Date(iso));
  }
}

/** Puts text from afar into an element as text, with links to http and https only. */
export const setText = (element, text) => {
  element.replaceChildren();
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(TRAILING, '');
    let url;
    try {
      url = new URL(address);
    } catch {
      continue;
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      continue;
    }
    element.append(text.slice(from, match.index));
    const link = document.createElement('a');
    link.href = url.href;
    link.textContent = address;
    link.rel = 'noopener noreferrer nofollow';
    link.target = '_blank';
    link.dir = 'ltr';
    element.append(link);
    from = match.index + address.length;
  }
  element.append(text.slice(from));
};

/** At most two letters for a face. */
export const initials = (name) => {
  const words = name.trim().split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = [...(words[0] ?? '?')][0];
  const last = words.length > 1 ? [...words.at(-1)][0] : '';
  return (first + last).toUpperCase();
};
