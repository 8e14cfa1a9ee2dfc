// The source of a message, with what is wrong in it marked.

/** The octets around a problem, in one line: what `foldwise lint` shows on a terminal. */
async function excerpt(blob, problem) {
  const around = 48;
  const most = 160;
  const first = Math.max(0, problem.offset - around);
  const last = Math.min(blob.size, problem.offset + Math.min(problem.length, most) + around);
  const octets = new Uint8Array(await blob.slice(first, last).arrayBuffer());
  let from = octets.lastIndexOf(10, problem.offset - first - 1) + 1;
  if (problem.offset === first) from = 0;
  const fault = problem.offset - first + Math.max(problem.length, 1);
  let to = fault > octets.length ? -1 : octets.indexOf(10, fault - 1);
  if (to !== -1 && to < problem.offset - first + problem.length) ++to;
  if (to === -1) to = octets.length;
  return node(
    'code',
    {class: 'excerpt'},
    markedNodes(octets.subarray(from, to), first + from, [problem]),
  );
}

/**
 * The view of the source: a window of the file, with buttons for what comes before and after.
 * `range` is {offset, length} of the message; `problems` are those of the message.
 */
function sourceView(blob, range, problems) {
  const windowSize = 24000;
  const end = range.offset + range.length;
  const before = node(
    'button',
    {type: 'button', class: 'more', click: () => go(first - windowSize, false)},
    'Show earlier octets',
  );
  const after = node(
    'button',
    {type: 'button', class: 'more', click: () => go(last, true)},
    'Show later octets',
  );
  const lines = node('ol', {class: 'source'});
  const place = node('p', {class: 'hint'});
  const view = node('div', {}, place, before, lines, after);
  let first = range.offset;
  let last = range.offset;
  let chosen = null;

  /** Shows the window that starts at `at`, or at the next line if `at` may be in a line. */
  async function go(at, isStart) {
    const from = Math.max(range.offset, Math.min(at, end));
    const read = new Uint8Array(
      await blob.slice(from, Math.min(end, from + windowSize)).arrayBuffer(),
    );
    const lf = isStart || from === range.offset ? -1 : read.subarray(0, 2000).indexOf(10);
    const octets = read.subarray(lf + 1);
    const all = linesOf(octets);
    first = from + lf + 1;
    if (first + octets.length < end && all.length > 1 && all[all.length - 1].ending === '')
      all.pop();
    last = first + (all.length ? all[all.length - 1].next : 0);
    const isChosen = p =>
      chosen !== null && p.offset === chosen.offset && p.length === chosen.length;
    const marks =
      chosen && !problems.some(isChosen)
        ? [...problems, {...chosen, severity: 'place', text: 'this place'}]
        : problems;
    lines.replaceChildren(
      ...all.map(line =>
        node(
          'li',
          {},
          node('span', {class: 'offset'}, String(first + line.at)),
          node(
            'code',
            {},
            markedNodes(
              octets.subarray(line.at, line.end),
              first + line.at,
              marks
                .filter(
                  p => p.offset <= first + line.next && p.offset + p.length >= first + line.at,
                )
                .map(p => cutAtEnding(p, first + line.at, first + line.end, first + line.next)),
              p => isChosen(p.whole || p),
            ),
            ending(line.ending),
          ),
        ),
      ),
    );
    before.hidden = first <= range.offset;
    after.hidden = last >= end;
    place.textContent =
      range.length === 0
        ? 'The message is empty.'
        : 'Octets ' +
          first.toLocaleString('en') +
          ' to ' +
          last.toLocaleString('en') +
          ' of the file' +
          (first > range.offset || last < end
            ? '; the message is at ' +
              range.offset.toLocaleString('en') +
              ' to ' +
              end.toLocaleString('en') +
              '.'
            : '.');
  }

  return {
    view,
    /** Shows a place, {offset, length}, and moves the focus to it. */
    async show(place) {
      chosen = place;
      const isShown = place.offset >= first && place.offset + Math.min(place.length, 200) <= last;
      await go(isShown ? first : place.offset - 2000, isShown);
      const found = lines.querySelector('.chosen');
      if (!found) return;
      found.setAttribute('tabindex', '-1');
      found.focus({preventScroll: true});
      found.scrollIntoView({block: 'center'});
    },
    start: () => go(range.offset, true),
  };
}

/** The part of a problem in a line. If it covers only the line's ending, a mark before that. */
function cutAtEnding(problem, at, end, next) {
  const from = problem.offset;
  const to = from + problem.length;
  const whole = problem.whole || problem;
  if (problem.length !== 0 && from >= end && from < next)
    return {...problem, offset: end, length: 0, whole};
  if (problem.length === 0 && from > end && from < next) return {...problem, offset: end, whole};
  if (problem.length === 0 && from === next && next !== end) return {...problem, offset: -1, whole};
  if (problem.length !== 0 && to === at) return {...problem, offset: -1, length: 0, whole};
  return problem;
}
