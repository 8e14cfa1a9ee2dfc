// Tabs: one view is visible at a time. Arrow keys move between the tabs (WAI-ARIA, tabs pattern).

const tabs = {
  names: [],
  chosen: 'text', // stays the same from message to message

  /** Makes the tabs. `views` is a list of {name, title, note, view, open}; `note` is optional. */
  make(views) {
    const list = document.getElementById('tabs');
    const panels = document.getElementById('panels');
    this.names = views.map(each => each.name);
    this.views = new Map(views.map(each => [each.name, each]));
    list.replaceChildren(
      ...views.map(each =>
        node(
          'button',
          {
            type: 'button',
            role: 'tab',
            id: 'tab-' + each.name,
            'aria-controls': 'panel-' + each.name,
            click: () => this.choose(each.name),
            keydown: event => this.move(event, each.name),
          },
          each.title,
        ),
      ),
    );
    panels.replaceChildren(
      ...views.map(each =>
        node(
          'section',
          {
            role: 'tabpanel',
            id: 'panel-' + each.name,
            'aria-labelledby': 'tab-' + each.name,
            tabindex: '0',
            class: 'panel',
          },
          each.view,
        ),
      ),
    );
    this.choose(this.names.includes(this.chosen) ? this.chosen : this.names[0]);
  },

  choose(name) {
    this.chosen = name;
    for (const each of this.names) {
      const tab = document.getElementById('tab-' + each);
      const isChosen = each === name;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById('panel-' + each).hidden = !isChosen;
      if (isChosen) tab.scrollIntoView({block: 'nearest', inline: 'nearest'});
    }
    const view = this.views.get(name);
    const open = view.open;
    view.open = null;
    if (open) open();
  },

  /** Adds a number to a title, such as that of the problems. */
  note(name, text, kind) {
    const tab = document.getElementById('tab-' + name);
    tab.querySelector('.count')?.remove();
    if (text) tab.append(node('span', {class: 'count ' + (kind || '')}, text));
  },

  move(event, name) {
    const at = this.names.indexOf(name);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.names.length - 1}[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const next = this.names[(to + this.names.length) % this.names.length];
    this.choose(next);
    document.getElementById('tab-' + next).focus();
  },
};
