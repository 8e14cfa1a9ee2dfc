// The view of the parts: the MIME structure.

function partsView(message, show) {
  const list = node('ul', {class: 'parts'});
  const view = node(
    'div',
    {},
    node(
      'p',
      {class: 'hint'},
      'Parts are numbered as IMAP numbers them. A number leads to its place in the source.',
    ),
    list,
  );
  const more = appendSome(
    list,
    message.parts,
    200,
    (part, at) => {
      const row = node(
        'li',
        {},
        node(
          'div',
          {},
          node(
            'button',
            {type: 'button', class: 'link path', click: () => show(part)},
            visible(part.path),
          ),
          ' ',
          node('strong', {}, bdi(shortened(part.type, 100))),
          ' ',
          part.filename ? [bdi(shortened(part.filename, 300), {class: 'name'}), ' '] : null,
          node(
            'span',
            {class: 'dim'},
            bdi(
              [part.charset, part.encoding, part.disposition]
                .filter(each => each)
                .map(each => shortened(each, 60))
                .join(' · '),
            ),
            ' ',
          ),
          part.role ? node('span', {class: 'badge'}, roles[part.role] || part.role) : null,
        ),
        node('span', {class: 'size'}, sizeText(part.decoded_size)),
      );
      row.style.setProperty('--depth', String(Math.min(message.depths[at], 12)));
      return row;
    },
    'part',
  );
  if (message.part_count > message.parts.length)
    view.append(
      node(
        'p',
        {class: 'hint'},
        counted(message.part_count - message.parts.length, 'more part') + ' not shown here.',
      ),
    );
  return {view, open: more};
}

const roles = {
  text: 'shown as the text',
  html: 'another form of the text',
  inline: 'within the text',
  attachment: 'attachment',
};
