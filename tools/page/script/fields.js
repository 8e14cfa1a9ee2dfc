// The view of all fields, decoded.

function fieldsView(message, show) {
  const list = node('dl', {class: 'fields'});
  const view = node(
    'div',
    {},
    node(
      'p',
      {class: 'hint'},
      'All fields in their order, decoded. ' + 'A name leads to its place in the source.',
    ),
    list,
  );
  const more = appendSome(
    list,
    message.header,
    200,
    field =>
      node(
        'div',
        {},
        node(
          'dt',
          {},
          node(
            'button',
            {type: 'button', class: 'link', click: () => show(field)},
            bdi(field.name ? shortened(field.name, 200) : '(no name)'),
          ),
        ),
        node('dd', {}, longText(field.value)),
      ),
    'field',
  );
  if (message.header_count > message.header.length)
    view.append(
      node(
        'p',
        {class: 'hint'},
        counted(message.header_count - message.header.length, 'more field') + ' not shown here.',
      ),
    );
  return {view, open: more};
}

/** A text in one line that may be very long: its start, and a button for the rest. */
function longText(text) {
  const most = Math.min(1500, sizeWithMarks(text, 50, '\t'));
  const content = bdi(shortened(text, most));
  if (text.length <= most) return content;
  const rest = node(
    'button',
    {
      type: 'button',
      class: 'link',
      click: () => {
        content.replaceChildren(...visible(text.slice(0, 200000)));
        rest.remove();
      },
    },
    'all ' + text.length.toLocaleString('en') + ' characters',
  );
  return [content, ' ', rest];
}
