// The list of messages of a mailbox.

const list = {
  atOnce: 200,
  size: 0,
  shown: 0,

  async start(size, open) {
    this.size = size;
    this.shown = 0;
    this.open = open;
    document.getElementById('list').replaceChildren();
    document.getElementById('list-title').textContent = counted(size, 'message');
    await this.more();
  },

  async more() {
    const first = this.shown;
    const rows = await reader.ask('list', {first, count: this.atOnce});
    if (this.shown !== first) return; // pressed twice
    this.shown += rows.length;
    document.getElementById('list').append(
      ...rows.map(row =>
        node(
          'li',
          {},
          node(
            'button',
            {
              type: 'button',
              id: 'message-' + row.number,
              tabindex: row.number ? '-1' : '0',
              click: () => this.open(row.number),
              keydown: event => this.move(event, row.number),
            },
            node('span', {class: 'from'}, bdi(shortened(row.from, 120) || '(no author)')),
            node(
              'span',
              {class: 'date'},
              (row.is_of_delivery ? '~' : '') + dateText(row.date) + (row.is_doubtful ? '?' : ''),
            ),
            node('span', {class: 'what'}, bdi(shortened(row.subject, 200) || '(no subject)')),
            node(
              'span',
              {class: 'size'},
              row.attachment
                ? [node('span', {class: 'attached', title: 'with attachments'}, '+'), ' ']
                : null,
              sizeText(row.size),
            ),
          ),
        ),
      ),
    );
    const button = document.getElementById('more-messages');
    button.hidden = this.shown >= this.size;
    button.textContent = 'Show more (' + (this.size - this.shown).toLocaleString('en') + ' left)';
  },

  choose(number) {
    for (const each of document.querySelectorAll('#list button')) {
      const isChosen = each.id === 'message-' + number;
      if (isChosen) each.setAttribute('aria-current', 'true');
      else each.removeAttribute('aria-current');
      each.tabIndex = isChosen ? 0 : -1;
    }
  },

  /** One row is in the order of Tab; arrow keys move to the others. */
  move(event, number) {
    const to = {ArrowDown: number + 1, ArrowUp: number - 1, Home: 0, End: this.shown - 1}[
      event.key
    ];
    const button = to === undefined ? null : document.getElementById('message-' + to);
    if (!button) return;
    event.preventDefault();
    event.target.closest('button').tabIndex = -1;
    button.tabIndex = 0;
    button.focus();
  },
};
