// The chief fields of a message, and the view of its text.

/**
 * An element of a list of addresses: "Name <address>", after the name of a group if it is the
 * first one of it. A name that looks like an address, which may be somebody else's, does not stand
 * out; the address does.
 */
function addressNode(each, at, list) {
  const isFirst = at === 0 || list[at - 1].group !== each.group;
  const group = each.group && isFirst ? [bdi(shortened(each.group, 200)), ': '] : null;
  if (each.address === null) {
    const mark = node('span', {class: 'badge ambiguity'}, 'not an address');
    const shown = each.shown ? [bdi(shortened(each.shown, 500)), ' ', mark] : null;
    return node('span', {class: 'address'}, group, shown);
  }
  const deceives = (each.name || '').includes('@');
  const name = each.name
    ? [bdi(shortened(each.name, 300), {class: deceives ? 'at' : 'name'}), ' ']
    : null;
  const address = '<' + shortened(each.address, 500) + '>';
  return node(
    'span',
    {class: 'address'},
    group,
    name,
    bdi(address, {class: deceives || !each.name ? 'name' : 'at'}),
  );
}

function addressNodes(list) {
  const most = 20;
  const nodes = list.slice(0, most).map(addressNode);
  const more = (list.length - most).toLocaleString('en');
  if (list.length > most) nodes.push(node('span', {class: 'address'}, 'and ' + more + ' more'));
  return nodes;
}

function chiefFields(message) {
  const rows = [];
  const add = (title, content) =>
    rows.push(node('div', {}, node('dt', {}, title), node('dd', {}, content)));
  for (const [key, title] of [
    ['from', 'From'],
    ['sender', 'Sender'],
    ['reply_to', 'Reply to'],
    ['to', 'To'],
    ['cc', 'Cc'],
    ['bcc', 'Bcc'],
  ])
    if (message[key].length) add(title, addressNodes(message[key]));
  if (message.date)
    add('Date', [
      dateText(message.date.unix, true),
      ' ',
      node('span', {class: 'dim'}, 'your time; written as ' + message.date.iso.replace('T', ' ')),
    ]);
  add('Size', [
    sizeText(message.length),
    ' ',
    node(
      'span',
      {class: 'dim'},
      counted(message.header_count, 'field') + ', ' + counted(message.part_count, 'part'),
    ),
  ]);
  return rows;
}

function textView(message, at) {
  const atOnce = 100000;
  const mostMarks = 2000;
  const body = node('div', {class: 'text', dir: 'auto'});
  const more = node('button', {type: 'button', class: 'more', hidden: true, click: show}, '');
  const notes = [];
  for (const lines of [message.protection, message.report])
    if (lines)
      notes.push(node('div', {class: 'callout', dir: 'auto'}, visible(lines.trimEnd(), '\n')));
  const hasHtml = message.parts.some(part => part.type === 'text/html' && part.role === 'text');
  if (hasHtml)
    notes.push(
      node(
        'p',
        {class: 'hint'},
        'This text was written in HTML. It is shown without markup, and nothing was loaded.',
      ),
    );
  const attached = message.parts.filter(part => part.role === 'attachment');
  let shown = 0;

  async function show() {
    const first = shown;
    const {text, size} = await reader.ask('text', {at, first, count: atOnce});
    if (shown !== first) return; // pressed twice
    const next = text.slice(0, sizeWithMarks(text, mostMarks, '\n\t'));
    body.append(...visible(next, '\n\t'));
    shown += next.length;
    more.hidden = shown >= size;
    more.textContent =
      'Show more of the text (' + (size - shown).toLocaleString('en') + ' characters left)';
    if (size === 0) body.replaceChildren(node('p', {class: 'hint'}, 'There is no text.'));
  }

  const view = node('div', {}, notes, body, more);
  if (attached.length) {
    const list = node('ul', {class: 'attachments'});
    view.append(node('h2', {}, counted(attached.length, 'attachment')), list);
    appendSome(
      list,
      attached,
      50,
      part =>
        node(
          'li',
          {},
          bdi(part.filename ? shortened(part.filename, 300) : 'part ' + part.path, {class: 'name'}),
          ' ',
          node(
            'span',
            {class: 'dim'},
            visible(shortened(part.type, 100)),
            ', ',
            sizeText(part.decoded_size),
          ),
        ),
      'attachment',
    )();
  }
  return {view, open: show};
}
