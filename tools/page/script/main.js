// What a person does with the page: gives it mail, and chooses a message.

const byId = id => document.getElementById(id);
let file = null; // the file at hand: a blob
let message = null; // the number of the message at hand

/** Says what happens: nothing (an empty text), something that passes, a note, or an error. */
function say(text, kind = '') {
  byId('status-text').replaceChildren(...visible(text));
  byId('status').className = 'status ' + (text ? 'shown ' : '') + kind;
  byId('dismiss').hidden = kind === '';
}

const mostOctets = 1 << 30;

/** Reads a file, or text that was pasted. */
async function open(blob, name) {
  const isNewer = () => file !== blob;
  file = blob;
  message = null;
  try {
    if (blob.size > mostOctets)
      throw new Error(
        'it is larger than 1 GiB; the command-line tool of ' + 'foldwise reads files of any size',
      );
    say('Reading ' + (name || 'the text') + ' …');
    const start = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
    const isZipped = start[0] === 0x1f && start[1] === 0x8b;
    const octets = isZipped ? await unzipped(blob, mostOctets) : blob;
    if (isNewer()) return;
    file = blob = octets;
    const {messages, refusal, note} = await reader.open(blob, name);
    if (isNewer()) return;
    if (refusal) throw new Error('it is ' + refusal.replace('FILE', name || 'FILE'));
    if (messages === 0) throw new Error('it is empty');
    byId('file-name').replaceChildren(
      name ? bdi(shortened(name, 200)) : 'pasted text',
      ' ',
      node('span', {class: 'dim'}, sizeText(blob.size)),
    );
    byId('start').hidden = true;
    byId('restart').hidden = false;
    byId('list-pane').hidden = messages === 1;
    byId('back').hidden = messages === 1;
    document.body.classList.toggle('several', messages > 1);
    byId('message').hidden = true;
    if (messages > 1) {
      await list.start(messages, number => openMessage(number, true));
      if (isNewer()) return;
    }
    say(note && (name || 'The text') + ': ' + note + '.', note && 'note');
    await openMessage(0, messages === 1);
    if (messages > 1 && !isNewer()) {
      document.body.dataset.pane = 'list';
      byId('message-0').focus();
    }
  } catch (error) {
    if (!isNewer()) fail(name, error);
  }
}

function fail(name, error) {
  say((name || 'The text') + ' cannot be read: ' + error.message + '.', 'error');
}

/** Shows a message. With `focus`, its subject gets the focus. */
async function openMessage(number, focus) {
  message = number;
  const blob = file;
  const isOther = () => message !== number || file !== blob;
  const slow = setTimeout(() => say('Reading the message …'), 400);
  try {
    const facts = await reader.ask('message', {at: number});
    if (isOther()) return;
    list.choose(number);
    document.body.dataset.pane = 'message';
    byId('message').hidden = false;
    byId('subject').replaceChildren(
      ...(facts.subject ? visible(shortened(facts.subject, 1000)) : ['(no subject)']),
    );
    byId('chief').replaceChildren(...chiefFields(facts));
    showViews(facts, blob, number, isOther);
    if (focus) {
      byId('subject').focus({preventScroll: true});
      window.scrollTo(0, 0);
      byId('message').scrollTop = 0;
    }
  } catch (error) {
    if (!isOther()) fail('The message', error);
  } finally {
    clearTimeout(slow);
    if (byId('status-text').textContent === 'Reading the message …') say('');
  }
}

function showViews(facts, blob, number, isOther) {
  const source = {view: node('div', {}), open: null};
  let places = null; // the view of the source, once the problems are known
  const show = async place => {
    tabs.choose('source');
    (await places)?.show(place);
  };
  const problems = {view: node('div', {}, node('p', {class: 'hint'}, 'Looking …'))};
  const ready = reader.ask('problems', {at: number}).then(found => {
    if (isOther()) return null;
    const list = problemsView(found, blob, show);
    problems.view.replaceChildren(list.view);
    if (list.open) list.open();
    const worst = [...severities].reverse().find(each => found.counts[each]);
    const serious = found.counts.violation + found.counts.ambiguity + found.counts.limit;
    tabs.note('problems', serious ? serious.toLocaleString('en') : '', worst);
    const view = sourceView(blob, facts, found.problems);
    source.view.replaceChildren(view.view);
    return view;
  });
  places = ready;
  ready.catch(error => {
    if (!isOther()) fail('The message', error);
  });
  source.open = async () => (await places)?.start();
  tabs.make([
    {name: 'text', title: 'Text', ...textView(facts, number)},
    {name: 'route', title: 'Route', ...routeView(facts, show)},
    {name: 'auth', title: 'Authentication', ...authView(number)},
    {name: 'problems', title: 'Problems', ...problems},
    {name: 'parts', title: 'Parts', ...partsView(facts, show)},
    {name: 'fields', title: 'Fields', ...fieldsView(facts, show)},
    {name: 'source', title: 'Source', ...source},
  ]);
  tabs.note('route', facts.route.hop_count ? facts.route.hop_count.toLocaleString('en') : '');
  tabs.note('parts', facts.part_count > 1 ? facts.part_count.toLocaleString('en') : '');
}

function restart() {
  file = null;
  message = null;
  document.body.dataset.pane = 'start';
  document.body.classList.remove('several');
  for (const id of ['list-pane', 'message', 'restart']) byId(id).hidden = true;
  byId('start').hidden = false;
  byId('file-name').replaceChildren();
  say('');
  byId('paste').focus();
}

function readText() {
  const text = byId('paste').value;
  if (!text.trim()) {
    say('Paste a message first, or open a file.', 'note');
    byId('paste').focus();
    return;
  }
  open(new Blob([text]), '');
}

byId('read').addEventListener('click', readText);
byId('dismiss').addEventListener('click', () => say(''));
byId('restart').addEventListener('click', restart);
byId('browse').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', event => {
  const chosen = event.target.files[0];
  if (chosen) open(chosen, chosen.name);
  event.target.value = '';
});
byId('demo').addEventListener('click', () => open(new Blob([block('demo-mailbox')]), 'demo.mbox'));
byId('more-messages').addEventListener('click', () => list.more());
byId('back').addEventListener('click', () => {
  document.body.dataset.pane = 'list';
  byId('message-' + message)?.focus();
});
byId('paste').addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) readText();
});

// Text that is pasted anywhere is read at once, unless a message is put together in the text field.
document.addEventListener('paste', event => {
  const data = event.clipboardData;
  const pasted = data.files[0];
  const text = data.getData('text/plain');
  const isInField = event.target === byId('paste');
  if (pasted) open(pasted, pasted.name);
  else if (text && (!isInField || text.length > 100000)) open(new Blob([text]), '');
  else return;
  event.preventDefault();
});

// What is dropped anywhere is read. The browser itself would open it in place of the page.
let depth = 0;
const veil = isShown => byId('veil').classList.toggle('shown', isShown);
document.addEventListener('dragenter', event => {
  event.preventDefault();
  ++depth;
  veil(true);
});
document.addEventListener('dragleave', () => {
  depth = Math.max(0, depth - 1);
  if (depth === 0) veil(false);
});
document.addEventListener('dragover', event => event.preventDefault());
document.addEventListener('drop', event => {
  event.preventDefault();
  depth = 0;
  veil(false);
  const dropped = event.dataTransfer.files[0];
  const text = event.dataTransfer.getData('text/plain');
  if (dropped) open(dropped, dropped.name);
  else if (text) open(new Blob([text]), '');
});

reader.start();
reader.loaded.catch(error => say('This browser cannot run the page: ' + error.message, 'error'));
