// The view of what is wrong: a list of problems with the octets at fault, the gravest kinds first.

const meanings = {
  limit: 'something was not read, since a limit was reached',
  ambiguity: 'another program could read the same octets differently',
  violation: 'breaks the format, but has only one possible meaning',
  obsolete: 'a form that must not be written any more',
  note: 'unusual, but allowed',
};

function kind(severity) {
  return node('span', {class: 'badge ' + severity}, severity);
}

function problemsView(found, blob, show) {
  const order = [...severities].reverse();
  const total = order.reduce((sum, each) => sum + found.counts[each], 0);
  if (total === 0)
    return {view: node('div', {class: 'callout good'}, 'Nothing is wrong with this message.')};
  const serious = ['limit', 'ambiguity', 'violation'];
  const isSerious = serious.some(each => found.counts[each]);
  const wanted = new Set(isSerious ? serious : order);
  const list = node('div', {});
  const view = node(
    'div',
    {},
    node(
      'fieldset',
      {class: 'kinds'},
      node('legend', {}, 'Show'),
      order
        .filter(each => found.counts[each])
        .map(each =>
          node(
            'label',
            {},
            node('input', {
              type: 'checkbox',
              checked: wanted.has(each),
              change: event => {
                if (event.target.checked) wanted.add(each);
                else wanted.delete(each);
                update();
              },
            }),
            ' ',
            kind(each),
            ' ',
            found.counts[each].toLocaleString('en'),
          ),
        ),
    ),
    list,
  );

  function update() {
    list.replaceChildren();
    for (const each of order.filter(each => wanted.has(each) && found.counts[each])) {
      const rows = node('ol', {class: 'problems'});
      list.append(
        node('h2', {}, kind(each), ' ', node('span', {class: 'hint'}, meanings[each])),
        rows,
      );
      const shown = found.problems.filter(problem => problem.severity === each);
      appendSome(rows, shown, 50, problem => row(problem, blob, show), 'problem')();
    }
    if (total > found.problems.length)
      list.append(
        node(
          'p',
          {class: 'hint'},
          'The first ' +
            found.problems.length.toLocaleString('en') +
            ' of ' +
            total.toLocaleString('en') +
            ' problems are listed.',
        ),
      );
  }

  return {view, open: update};
}

function row(problem, blob, show) {
  const last = problem.offset + problem.length;
  const place = node('div', {});
  excerpt(blob, problem).then(code => place.replaceChildren(code));
  return node(
    'li',
    {},
    node('p', {class: 'what'}, problem.text),
    place,
    (problem.readings || []).map((reading, at) =>
      node(
        'p',
        {class: 'reading'},
        at === 0 ? 'Read here as ' : 'Could also be read as ',
        node('strong', {}, visible(reading.text)),
        reading.readers.length
          ? ', as by ' + reading.readers.map(each => each.name).join(', ')
          : null,
        ' ',
        node('button', {type: 'button', class: 'link', click: () => show(reading)}, 'source'),
      ),
    ),
    node(
      'p',
      {class: 'dim'},
      node('code', {}, problem.code),
      ' · RFC ' + problem.rfc.replace(' ', ' section ') + ' · ',
      node(
        'button',
        {type: 'button', class: 'link', click: () => show(problem)},
        problem.length ? 'octets ' + problem.offset + '–' + last : 'octet ' + problem.offset,
      ),
    ),
  );
}
