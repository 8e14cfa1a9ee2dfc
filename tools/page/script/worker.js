// Runs beside the page, so that a large file does not block it. Gets the compiled library once, and
// then a question at a time: {id, what, ...}. Answers {id, answer} or {id, problem}.
'use strict';

let compiled = null;
let reader = null; // the exports of an instance
let suffixes = null; // the list of public suffixes, if the page has one
let knowsSuffixes = false; // whether the instance has it

/** An instance cannot reach files or the network: whatever it asks for fails. */
function start() {
  const badFile = 8;
  const system = {};
  for (const each of WebAssembly.Module.imports(compiled)) system[each.name] = () => badFile;
  system.proc_exit = () => {
    throw new Error('not enough memory');
  };
  reader = new WebAssembly.Instance(compiled, {wasi_snapshot_preview1: system}).exports;
  reader._initialize();
  knowsSuffixes = false;
}

function put(room, octets) {
  const at = reader[room](octets.length);
  new Uint8Array(reader.memory.buffer, at, octets.length).set(octets);
}

function result(size) {
  const octets = new Uint8Array(reader.memory.buffer, reader.result_room(), size);
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(octets);
}

const text = {at: -1, whole: ''}; // of the last message that was asked for

const answers = {
  async load(parts) {
    suffixes = parts.suffixes;
    compiled = await WebAssembly.compile(parts.wasm);
    start();
  },
  async open({blob, name}) {
    start(); // with fresh memory
    text.at = -1;
    put('file_room', new Uint8Array(await blob.arrayBuffer()));
    put('text_room', new TextEncoder().encode(name));
    return JSON.parse(result(reader.open_file()));
  },
  list: ({first, count}) => JSON.parse(result(reader.list(first, count))),
  message: ({at}) => JSON.parse(result(reader.message(at))),
  problems: ({at}) => JSON.parse(result(reader.problems(at))),
  text({at, first, count}) {
    if (text.at !== at) text.whole = result(reader.message_text(at));
    text.at = at;
    return {text: text.whole.slice(first, first + count), size: text.whole.length};
  },
  authentication({at, trusted}) {
    if (suffixes && !knowsSuffixes) {
      put('text_room', suffixes);
      reader.use_suffixes();
      knowsSuffixes = true;
    }
    put('text_room', new TextEncoder().encode(trusted.join('\n')));
    return JSON.parse(result(reader.authentication(at)));
  },
};

let last = Promise.resolve(); // questions are answered in order

onmessage = ({data}) => {
  last = last.then(async () => {
    try {
      postMessage({id: data.id, answer: await answers[data.what](data)});
    } catch (error) {
      const isTrap = error instanceof WebAssembly.RuntimeError; // as where memory ends
      const problem = isTrap ? 'not enough memory' : error.message;
      postMessage({id: data.id, problem});
    }
  });
};
