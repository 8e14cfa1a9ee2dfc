// Octets as they are shown: characters that cannot be seen as signs, places with problems as marks.

const severities = ['note', 'obsolete', 'violation', 'ambiguity', 'limit'];

/** Octets as nodes: UTF-8 where it is, otherwise each octet in hexadecimal. */
function octetNodes(octets) {
  const nodes = [];
  for (let at = 0; at < octets.length;) {
    const size = characterSize(octets, at);
    if (size === 0) {
      const hex = octets[at].toString(16).toUpperCase().padStart(2, '0');
      nodes.push(node('span', {class: 'unseen', title: 'octet ' + hex}, hex));
      ++at;
      continue;
    }
    let end = at + size;
    for (let next; end < octets.length && (next = characterSize(octets, end)) !== 0;) end += next;
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(octets.subarray(at, end));
    for (const piece of text.split(/(\r?\n)/))
      nodes.push(...(/\n$/.test(piece) ? [ending(piece)] : visible(piece, '\t')));
    at = end;
  }
  return nodes;
}

/** A line ending as it is shown; it is not copied. */
function ending(text) {
  return node(
    'span',
    {class: 'ending', 'aria-hidden': 'true'},
    text === '\n' ? '↵' : text === '\r\n' ? '␍↵' : '',
  );
}

/** The number of octets of the UTF-8 character at `at`; 0 if there is none. */
function characterSize(octets, at) {
  const first = octets[at];
  if (first < 0x80) return 1;
  const size = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (size === 0 || at + size > octets.length) return 0;
  for (let i = 1; i < size; ++i) if ((octets[at + i] & 0xc0) !== 0x80) return 0;
  const second = octets[at + 1];
  const bad =
    first === 0xe0
      ? second < 0xa0
      : first === 0xed
        ? second > 0x9f
        : first === 0xf0
          ? second < 0x90
          : first === 0xf4
            ? second > 0x8f
            : false;
  return bad ? 0 : size;
}

/** The gravest of some problems. */
function gravest(problems) {
  return problems.reduce((worst, each) =>
    severities.indexOf(each.severity) > severities.indexOf(worst.severity) ? each : worst,
  );
}

/**
 * Octets with marks, as nodes. `start` is the offset of the first octet in the file. A problem
 * without octets, where something is missing, is marked between two octets.
 */
function markedNodes(octets, start, problems, isChosen = () => false) {
  const end = start + octets.length;
  const near = problems.filter(
    p =>
      p.offset <= end &&
      p.offset + p.length >= start &&
      (p.length === 0 || (p.offset < end && p.offset + p.length > start)),
  );
  const cuts = new Set([start, end]);
  for (const p of near)
    for (const cut of [p.offset, p.offset + p.length]) if (cut > start && cut < end) cuts.add(cut);
  const places = [...cuts].sort((a, b) => a - b);
  const nodes = [];
  const marked = (all, content) => {
    const worst = gravest(all);
    const title = all.map(p => p.severity + ': ' + p.text).join('\n');
    nodes.push(
      node(
        'mark',
        {
          class:
            'mark ' +
            worst.severity +
            (all.some(isChosen) ? ' chosen' : '') +
            (content.length ? '' : ' empty'),
          title,
        },
        content,
      ),
    );
  };
  places.forEach((place, i) => {
    const points = near.filter(p => p.length === 0 && p.offset === place);
    if (points.length) marked(points, []);
    if (i + 1 === places.length) return;
    const content = octetNodes(octets.subarray(place - start, places[i + 1] - start));
    const over = near.filter(p => p.length && p.offset <= place && p.offset + p.length > place);
    if (over.length) marked(over, content);
    else nodes.push(...content);
  });
  return nodes;
}

/** The lines of octets: [{at, end, next, ending}], where `end` leaves out the ending. */
function linesOf(octets) {
  const lines = [];
  const longest = 2000; // longer ones are shown in pieces
  for (let at = 0; at < octets.length;) {
    let lf = octets.indexOf(10, at);
    if (lf === -1) lf = octets.length;
    if (lf - at > longest) {
      lines.push({at, end: at + longest, next: at + longest, ending: ''});
    } else if (lf === octets.length) {
      lines.push({at, end: lf, next: lf, ending: ''});
    } else {
      const hasCr = lf > at && octets[lf - 1] === 13;
      lines.push({at, end: hasCr ? lf - 1 : lf, next: lf + 1, ending: hasCr ? '\r\n' : '\n'});
    }
    at = lines[lines.length - 1].next;
  }
  return lines;
}
