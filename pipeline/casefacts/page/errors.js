// ---------------------------------------------------------------- the page of errors

/** What gold has and what was found, field by field. */
function pairFields(fact) {
  const { gold, found } = fact;
  const names = [...goldNames(fact.type).filter((name) => name !== 'type'), 'linked_by', 'rule'];
  const value = (side, name) => (side ? valueWords(side, name) : '');
  const shown = (side, name) => value(side, name) || (fact.wrong.includes(name) && 'none');
  const rows = names.filter((name) => value(gold, name) || value(found, name)).map((name) => el('tr',
    { class: fact.wrong.includes(name) && 'wrong' }, el('th', { scope: 'row' }, LABELS[name]),
    el('td', {}, shown(gold, name)), el('td', {}, shown(found, name),
      fact.wrong.includes(name) && el('span', { class: 'unseen' }, ' (wrong)'))));
  const words = (side) => (side ? el('q', {}, side.evidence) : 'nothing');
  return [fact.cause && el('p', {}, `Cause: ${fact.cause}${fact.detail ? ` (${fact.detail})` : ''}`),
    fact.optional && el('p', { class: 'meta' }, 'Optional in the gold'),
    el('table', { class: 'pair' }, el('thead', {}, el('tr', {}, el('td'), el('th', { scope: 'col' }, 'Gold'),
      el('th', { scope: 'col' }, 'casefacts'))), el('tbody', {}, rows,
    el('tr', {}, el('th', { scope: 'row' }, 'Words'), el('td', {}, words(gold)), el('td', {}, words(found)))))];
}

function errorItem(fact) {
  return el('li', { class: `fact is-${fact.judged}` },
    el('div', { class: 'top' }, el('span', { class: `badge is-${fact.judged}` }, JUDGED[fact.judged]), badge(fact)),
    el('h3', {}, el('a', { href: factPlace(fact), class: 'statement' }, `${fact.defendant}: ${statement(fact)}`)),
    pairFields(fact), el('p', { class: 'meta' }, el('a', { href: articlePlace(fact.in) }, titleOf(fact.in))));
}

function errorOverview(list) {
  const count = (name) => {
    const values = [...new Set(list.flatMap((fact) => cells(fact, name)))];
    const order = Object.keys(FACETS[name].words || {});
    const rows = values.map((value) => [FACETS[name].words?.[value] || plain(value), { [name]: value },
      list.filter((fact) => cells(fact, name).includes(value)), `is-${name === 'judged' ? value : 'free'}`, value]);
    const compare = name === 'judged' ? (a, b) => order.indexOf(a[4]) - order.indexOf(b[4])
      : (a, b) => b[2].length - a[2].length;
    return rows.sort(compare);
  };
  return [el('h2', { class: 'unseen', tabindex: '-1' }, 'Overview'), el('div', { class: 'charts' },
    ['judged', 'wrong', 'cause', 'rule', 'type'].map((name) => bars(FACETS[name].label, count(name).slice(0, 25))))];
}

const WORTH_A_LOOK = ['person', 'fact', 'missed', 'field'];
