// The connection to the worker.

/** The octets of a data block of the page, which is in base64 and perhaps compressed. */
function block(id) {
  return Uint8Array.from(atob(document.getElementById(id).textContent), c => c.charCodeAt(0));
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
    this.loaded = unzipped(new Blob([block('reader-wasm')]), Infinity)
      .then(blob => blob.arrayBuffer())
      .then(wasm => this.post('load', {wasm}))
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
