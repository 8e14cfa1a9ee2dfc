// The connection to the worker.

/** The octets of a data block of the page, which is in base64. */
function block(id) {
  return Uint8Array.from(atob(document.getElementById(id).textContent), c => c.charCodeAt(0));
}

/** The octets of a compressed data block; null if it is empty. */
async function octetsOf(id) {
  const zipped = block(id);
  if (zipped.length === 0) return null;
  return new Uint8Array(await (await unzipped(new Blob([zipped]), Infinity)).arrayBuffer());
}

/** The octets of a gzip file, as a blob. Fails if there are more than `most`. */
async function unzipped(blob, most) {
  const stream = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces = [];
  let size = 0;
  for (;;) {
    const {done, value} = await stream.read();
    if (done) return new Blob(pieces);
    size += value.length;
    if (size > most) throw new Error('it is too large when it is unpacked');
    pieces.push(value);
  }
}

// The page's policy forbids to make markup or code of a string, except for this address.
const workerPolicy = (window.trustedTypes || {createPolicy: (name, rules) => rules}).createPolicy(
  'worker',
  {createScriptURL: url => url},
);

/** Whether the page has a list of public suffixes. */
const hasSuffixes = document.getElementById('public-suffixes').textContent !== '';

const reader = {
  worker: null,
  waiting: new Map(), // by the number of the question
  count: 0,
  loaded: null,

  /** Starts a worker, in place of one that is busy with an older file. */
  start() {
    if (this.worker) this.worker.terminate();
    this.waiting.clear();
    const code = document.getElementById('reader-worker').textContent;
    const url = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
    this.worker = new Worker(workerPolicy.createScriptURL(url));
    this.worker.onmessage = ({data}) => {
      const one = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (!one) return;
      if ('problem' in data) one.reject(new Error(data.problem));
      else one.resolve(data.answer);
    };
    this.worker.onerror = event => {
      for (const one of this.waiting.values()) one.reject(new Error(event.message));
      this.waiting.clear();
    };
    const parts = ['reader-wasm', 'public-suffixes'].map(octetsOf);
    this.loaded = Promise.all(parts)
      .then(([wasm, suffixes]) => this.post('load', {wasm, suffixes}))
      .finally(() => URL.revokeObjectURL(url));
    this.loaded.catch(() => {}); // whoever asks sees it
  },

  post(what, more) {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {resolve, reject});
      this.worker.postMessage({...more, id, what});
    });
  },

  /** Asks the worker. A question about an older file is never answered. */
  async ask(what, more) {
    const worker = this.worker;
    await this.loaded;
    if (worker !== this.worker) return new Promise(() => {});
    return this.post(what, more);
  },

  open(blob, name) {
    if (!this.worker || this.waiting.size !== 0) this.start();
    return this.ask('open', {blob, name});
  },
};
