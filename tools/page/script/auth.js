// The view of authentication: what servers recorded, why it counts or does not, and what is signed.

const comparison = hasSuffixes
  ? 'Domains with the same organizational domain align, by the Public Suffix List in this page.'
  : 'Only identical domains align: this page was built without a list of public suffixes.';

function authView(at) {
  const verdict = node('div', {class: 'callout', role: 'status'});
  const choice = node('fieldset', {class: 'trust'});
  const content = node('div', {});
  const trusted = new Set();

  async function update() {
    const facts = await reader.ask('authentication', {at, trusted: [...trusted]});
    show(facts);
    return facts;
  }

  function offer(facts) {
    const servers = [...new Set(facts.sources.filter(s => !s.is_spf_field && s.by).map(s => s.by))];
    choice.hidden = servers.length === 0;
    choice.replaceChildren(
      node('legend', {}, 'Whose results do you trust?'),
      ...servers.slice(0, 20).map(by =>
        node(
          'label',
          {},
          node('input', {
            type: 'checkbox',
            change: event => {
              if (event.target.checked) trusted.add(by);
              else trusted.delete(by);
              update();
            },
          }),
          ' ',
          bdi(shortened(by, 200)),
        ),
      ),
      node(
        'p',
        {class: 'hint'},
        'Choose the server that received this message for you. Anybody can ' +
          'write such a field: it counts only if your own server added it, and removes ' +
          'those that others wrote in its name.',
      ),
    );
  }

  function show(facts) {
    const isEmpty = !facts.sources.length && !facts.arc.length && !facts.signatures.length;
    verdict.className =
      'callout ' + (facts.aligned === true ? 'good' : facts.aligned === false ? 'bad' : '');
    verdict.replaceChildren(
      ...(isEmpty
        ? ['Nothing is recorded about authentication, and nothing is signed.']
        : trusted.size === 0
          ? ['As recorded, not verified. There is no verdict until you trust a server.']
          : [
              ...visible(facts.verdict),
              node('p', {class: 'hint'}, 'As recorded, not verified. ' + comparison),
            ]),
    );
    content.replaceChildren(
      facts.boundary
        ? node(
            'p',
            {class: 'hint'},
            'Nothing below the Received field of ',
            bdi(facts.boundary),
            ' is trusted.',
          )
        : '',
      ...facts.sources.map(sourceCard),
      facts.source_count > facts.sources.length
        ? node(
            'p',
            {class: 'hint'},
            counted(facts.source_count - facts.sources.length, 'more field') + ' with results.',
          )
        : '',
      ...(facts.arc.length || facts.arc_problems.length ? [arcCard(facts)] : []),
      ...(facts.signatures.length ? [node('h2', {}, 'Signatures, not verified')] : []),
      ...facts.signatures.map(signatureCard),
      facts.more_signatures
        ? node('p', {class: 'hint'}, counted(facts.more_signatures, 'more signature'))
        : '',
    );
  }

  return {view: node('div', {}, verdict, choice, content), open: async () => offer(await update())};
}

function sourceCard(source) {
  const state =
    source.trusted === null
      ? null
      : node(
          'span',
          {class: 'badge ' + (source.trusted ? 'good' : '')},
          source.trusted ? 'trusted' : 'not trusted',
        );
  return node(
    'section',
    {class: 'card'},
    node(
      'h2',
      {},
      'Recorded by ',
      source.by ? bdi(shortened(source.by, 200)) : 'an unnamed server',
      source.is_spf_field ? ', in Received-SPF' : null,
      ' ',
      state,
    ),
    source.why ? node('p', {class: 'hint'}, visible(source.why)) : null,
    checksList(source, source.trusted),
  );
}

/** The results of a field, or of an ARC set. */
function checksList({checks, check_count: count}, trusted) {
  if (count === 0) return node('p', {class: 'hint'}, 'No results.');
  const list = node(
    'ul',
    {class: 'checks'},
    checks.map(check =>
      node(
        'li',
        {},
        node('span', {class: 'method'}, bdi(shortened(check.method, 60))),
        node(
          'span',
          {class: 'badge ' + resultClass(check, trusted)},
          bdi(shortened(check.result, 60)),
        ),
        node('span', {class: 'domain'}, bdi(shortened(check.domain, 300))),
        node('span', {class: 'why'}, bdi(shortened(check.text, 600))),
      ),
    ),
  );
  return count === checks.length
    ? list
    : [list, node('p', {class: 'hint'}, counted(count - checks.length, 'more result') + '.')];
}

/** The colour of success is only for what counts: a trusted server's, for the domain of From. */
function resultClass(check, trusted) {
  if (trusted === true && check.aligned === true) return 'good';
  return ['fail', 'softfail', 'permerror'].includes(check.result) ? 'bad' : '';
}

function arcCard(facts) {
  return node(
    'section',
    {class: 'card'},
    node('h2', {}, 'ARC chain, oldest set first, not verified'),
    facts.arc
      .slice(0, 60)
      .map(set =>
        node(
          'div',
          {},
          node(
            'h3',
            {},
            'Set ' + set.instance,
            set.by ? [', recorded by ', bdi(set.by)] : null,
            set.sealer ? [', sealed by ', bdi(set.sealer)] : null,
            set.chain_status ? [', cv=', bdi(set.chain_status)] : null,
          ),
          set.problem ? node('p', {class: 'problem'}, visible(set.problem)) : null,
          set.check_count ? checksList(set, null) : null,
        ),
      ),
    facts.arc_problems.map(text => node('p', {class: 'problem'}, visible(text))),
  );
}

function signatureCard(signature) {
  const row = (title, content, kind) =>
    node('div', {class: kind || null}, node('dt', {}, title), node('dd', {}, content));
  const join = texts => visible(shortened(texts.join(', '), 2000));
  return node(
    'section',
    {class: 'card'},
    node('h3', {}, bdi(signature.kind), ' ', bdi(signature.domain || '?', {class: 'domain'})),
    node(
      'dl',
      {class: 'facts'},
      row('selector', bdi(signature.selector || '?')),
      row(
        'algorithm',
        bdi((signature.algorithm || '?') + ', ' + (signature.canonicalization || '?')),
      ),
      signature.recorded
        ? row('recorded', [bdi(signature.recorded), ' by ', bdi(signature.recorded_by)])
        : null,
      row('signed', visible(shortened(signature.covers, 2000))),
      signature.absent.length ? row('breaks if added', join(signature.absent)) : null,
      signature.unsigned.length
        ? row(
            'not signed',
            [
              ...join(signature.unsigned),
              node('span', {class: 'dim'}, ' – anybody may have changed it'),
            ],
            'problem',
          )
        : null,
      signature.problems.map(text => row('problem', visible(text), 'problem')),
    ),
  );
}
