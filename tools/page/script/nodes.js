// Elements and text. Whatever comes from a message is put into the page here, and only as text.

/** An element with attributes, event handlers (functions) and children (nodes and strings). */
function node(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key, value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

// Characters that cannot be seen, or that move or hide others: controls, marks of direction and
// other format characters, separators of lines. A joiner stays where it makes one emoji of two.
const unseen = new RegExp(
  '(\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?\\u200D' +
    '(?=\\p{Extended_Pictographic}))|[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}]',
  'gu',
);

/** How a character that cannot be seen is shown, as by the tool: "^[", "U+202E". */
function mark(character) {
  const code = character.codePointAt(0);
  const name = 'U+' + code.toString(16).toUpperCase().padStart(4, '0');
  const shown = code < 0x20 || code === 0x7f ? '^' + String.fromCharCode(code ^ 0x40) : name;
  return node('span', {class: 'unseen', title: name}, shown);
}

/**
 * Text of a message as nodes: each character that could deceive is replaced with a visible mark.
 * With `keep`, these characters stay: '\n\t' in a text of several lines. Any other TAB is a space.
 */
function visible(text, keep = '') {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(unseen)) {
    if (found[1] || keep.includes(found[0])) continue;
    if (found.index > end) nodes.push(text.slice(end, found.index));
    nodes.push(found[0] === '\t' ? ' ' : mark(found[0]));
    end = found.index + found[0].length;
  }
  if (end < text.length) nodes.push(text.slice(end));
  return nodes;
}

/** How much of a text has at most `most` marks, so that a browser can lay it out in time. */
function sizeWithMarks(text, most, keep) {
  let count = 0;
  for (const found of text.matchAll(unseen))
    if (!found[1] && !keep.includes(found[0]) && ++count > most) return found.index;
  return text.length;
}

/** Text of a message in one line, whose direction does not affect what is around it. */
function bdi(text, attributes) {
  return node('bdi', attributes, visible(text));
}

/** The first characters of a text, whole characters of them, and an ellipsis if there are more. */
function shortened(text, most) {
  if (text.length <= most) return text;
  const end = text.charCodeAt(most - 1) >= 0xd800 && text.charCodeAt(most - 1) < 0xdc00;
  return text.slice(0, end ? most - 1 : most) + '…';
}

function sizeText(octets) {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let unit = 0;
  for (; octets >= 999.5 && unit < 3; ++unit) octets /= 1024;
  return octets.toFixed(unit === 0 || octets >= 9.95 ? 0 : 1) + ' ' + units[unit];
}

/** "1 message", "1,200 messages" */
function counted(count, one, several = one + 's') {
  return count.toLocaleString('en') + ' ' + (count === 1 ? one : several);
}

/** A date in the reader's time: "2014-12-15 11:00". `unix` is in seconds; null if none is known. */
function dateText(unix, seconds = false) {
  const date = new Date(unix * 1000);
  if (unix === null || isNaN(date)) return '';
  const two = number => String(number).padStart(2, '0');
  return (
    date.getFullYear() +
    '-' +
    two(date.getMonth() + 1) +
    '-' +
    two(date.getDate()) +
    ' ' +
    two(date.getHours()) +
    ':' +
    two(date.getMinutes()) +
    (seconds ? ':' + two(date.getSeconds()) : '')
  );
}

/**
 * Appends nodes for the elements of an array, some at a time: a button shows more. `total` is the
 * number there would be if none had been left out.
 */
function appendSome(to, all, atOnce, make, what) {
  let shown = 0;
  const button = node('button', {type: 'button', class: 'more', click: more});
  function more() {
    const next = all.slice(shown, shown + atOnce);
    const nodes = next.map((each, at) => make(each, shown + at));
    const hadFocus = document.activeElement === button;
    to.append(...nodes);
    shown += next.length;
    button.textContent = 'Show more (' + counted(all.length - shown, what) + ' left)';
    if (shown < all.length) to.after(button);
    else button.remove();
    const target = hadFocus && nodes.length && nodes[0].querySelector('button, [tabindex]');
    if (target) target.focus();
  }
  return more;
}
