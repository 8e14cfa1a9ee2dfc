// The view of the route: a hop for each Received field, the oldest first, with its delay as a bar.

function routeView(message, show) {
  const {hops, total, hop_count: count} = message.route;
  if (!hops.length)
    return {
      view: node(
        'p',
        {class: 'hint'},
        'There is no Received field, so no ' + 'server recorded the way of this message.',
      ),
    };
  const longest = Math.max(1, ...hops.map(hop => (hop.delay ? hop.delay.seconds : 0)));
  const list = node('ol', {class: 'route'});
  const view = node(
    'div',
    {},
    node(
      'p',
      {class: 'total'},
      node('strong', {}, total ? total.text : '?'),
      ' from the first to ' + 'the last server, ' + counted(count, 'hop'),
    ),
    node(
      'p',
      {class: 'hint'},
      'The oldest hop comes first. Only what your own servers wrote can be ' +
        'relied on: the last hops. The sender may have invented the others.',
    ),
    count > hops.length
      ? node(
          'p',
          {class: 'hint'},
          'The oldest ' + counted(count - hops.length, 'hop') + ' are not shown.',
        )
      : '',
    list,
  );
  const more = appendSome(
    list,
    hops,
    100,
    hop => {
      const isSkewed = hop.delay && hop.delay.seconds < 0;
      const bar = node('div', {class: 'delay-bar', 'aria-hidden': 'true'});
      if (hop.delay && hop.delay.seconds > 0)
        bar.style.width = Math.max(0.5, (100 * hop.delay.seconds) / longest) + '%';
      return node(
        'li',
        {class: isSkewed ? 'skewed' : null},
        node(
          'p',
          {class: 'hosts'},
          bdi(shortened(hop.from, 300)),
          ' ',
          node('span', {class: 'arrow'}, '→'),
          ' ',
          bdi(shortened(hop.by || '-', 300), {class: 'by'}),
        ),
        node(
          'p',
          {class: 'dim'},
          hop.date
            ? dateText(hop.date.unix, true) + (hop.is_certain ? '' : ' (doubtful)')
            : 'no date',
          hop.with ? [' · ', bdi(shortened(hop.with, 100))] : null,
          ' · ',
          node('button', {type: 'button', class: 'link', click: () => show(hop)}, 'source'),
        ),
        hop.delay
          ? node(
              'p',
              {class: 'delay'},
              node('strong', {}, hop.delay.text),
              isSkewed
                ? ' – dated before the previous hop: a clock is wrong, or the field was invented'
                : null,
            )
          : null,
        bar,
      );
    },
    'hop',
  );
  return {view, open: more};
}
