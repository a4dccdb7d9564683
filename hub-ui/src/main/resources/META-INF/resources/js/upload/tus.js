// Sends a file in pieces (tus 1.0.0). Each piece is as large as the line carries in a few seconds, so that a cut costs
// little on a slow one and a fast one is not held up.
const FIRST = 256 * 1024;
const SMALLEST = 64 * 1024;
const LARGEST = 8 * 1024 * 1024;
const QUICK_MS = 2_000;
const SLOW_MS = 8_000;
const TUS = { 'Tus-Resumable': '1.0.0' };

/** The hub said no; what it said is for people. */
export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

/** Nobody answered. */
export class Cut extends Error {}

const token = async () => {
  const session = await fetch('/api/v1/session', { headers: { Accept: 'application/json' } });
  const { person, csrf } = await session.json();
  if (!person) {
    throw new Refused(401, '');
  }
  return csrf ? { [csrf.header]: csrf.token } : {};
};

/** The sentences of a refusal, in the person's language. */
const words = (body) => {
  try {
    const { errors, detail } = JSON.parse(body);
    return errors?.map((one) => one.reason).join(' ') || detail || '';
  } catch {
    return '';
  }
};

/** One call; its answer has status, header(name) and, where it went wrong, words. */
const call = (method, address, headers, body, { progress, signal } = {}) =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    Object.entries({ ...TUS, ...headers }).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => progress?.(event.loaded);
    request.onload = () =>
      request.status < 400
        ? done({ status: request.status, header: (name) => request.getResponseHeader(name) })
        : failed(request.status >= 500 ? new Cut() : new Refused(request.status, words(request.responseText)));
    request.onerror = () => failed(new Cut());
    request.onabort = () => failed(new Cut());
    signal?.addEventListener('abort', () => request.abort());
    request.send(body ?? null);
  });

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Begins an upload. @return its address */
export const begin = async (file, key) => {
  const answer = await call('POST', '/api/v1/uploads', {
    ...(await token()),
    'Idempotency-Key': key,
    'Upload-Length': file.size,
    'Upload-Metadata': `filename ${base64(file.name)}`,
  });
  return answer.header('Location');
};

/** Up to where it is at the hub, and how large it will be. */
export const look = async (address) => {
  const answer = await call('HEAD', address, {});
  return { offset: Number(answer.header('Upload-Offset')), size: Number(answer.header('Upload-Length')) };
};

export const discard = async (address) => call('DELETE', address, await token());

/** Sends what is lacking from that offset on; ends when all of it is at the hub, or throws. */
export const send = async (address, file, from, { progress, signal }) => {
  let offset = from;
  let size = FIRST;
  const credentials = await token();
  while (offset < file.size) {
    const piece = file.slice(offset, offset + size);
    const began = performance.now();
    const answer = await call(
      'PATCH',
      address,
      { ...credentials, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': offset },
      piece,
      { progress: (loaded) => progress(offset + Math.min(loaded, piece.size)), signal },
    );
    offset = Number(answer.header('Upload-Offset'));
    progress(offset);
    const took = performance.now() - began;
    size = took < QUICK_MS ? Math.min(LARGEST, size * 2) : took > SLOW_MS ? Math.max(SMALLEST, size / 2) : size;
  }
};
