// ---------------------------------------------------------------- lists in pages

const EACH = 50;

/** A page of a long list, and the way to the others: the page never holds more than it must. */
function paged(view, items, item, name = 'page', list = el('ol', { class: 'list' })) {
  const values = here().values;
  const each = printing ? Infinity : EACH;
  const last = Math.max(1, Math.ceil(items.length / each));
  const page = Math.min(Math.max(1, Number(values[name]) || 1), last);
  const first = printing ? 0 : (page - 1) * each;
  list.append(...items.slice(first, first + each).map(item));
  if (last === 1) return [list];
  const link = (words, to) => (to < 1 || to > last || to === page ? el('span', { 'aria-disabled': 'true' }, words)
    : el('a', { href: place(view, { ...values, [name]: to }) }, words));
  const shown = `${grouped(first + 1)}–${grouped(Math.min(first + each, items.length))} of ${grouped(items.length)}`;
  const pages = (label) => el('nav', { class: 'pager', 'aria-label': label }, link('First', 1),
    link('Previous', page - 1), el('span', {}, shown), link('Next', page + 1), link('Last', last));
  return [pages('Pages'), list, pages('Pages, once more')];
}

function counts(list) {
  const found = { charge: 0, verdict: 0, sentence: 0, open: 0 };
  for (const fact of list) found[layer(fact)] += 1;
  return Object.entries(found).filter(([, number]) => number).map(([type, number]) => el('span',
    { class: `badge ${type}` }, type === 'open' ? `${grouped(number)} not imposed` : several(number, type)));
}

function inGroups(list, key) {
  const groups = new Map();
  for (const fact of list) {
    if (!groups.has(key(fact))) groups.set(key(fact), []);
    groups.get(key(fact)).push(fact);
  }
  return groups;
}

/** A record as an item of a list: who, what, when, by which words of which article. */
function factItem(fact, { who = true, when = true, level = 'h3' } = {}) {
  const said = fact.attributed_to && `said by ${fact.attributed_to}`;
  return el('li', { class: `fact ${fact.type}${fact.open ? ' open' : ''}` },
    el('div', { class: 'top' }, badge(fact), decisionBadge(stateOf(fact))),
    el(level, { class: 'what' }, who && [el('a', { href: personPlace(fact.person) }, fact.defendant), ': '],
      el('a', { href: factPlace(fact), class: 'statement' }, statement(fact))),
    quote(fact),
    el('p', { class: 'meta' }, [
      when && (fact.date ? el('time', { datetime: fact.date }, dateWords(fact.date)) : 'date unknown'),
      !fact.offense && 'offense not stated', fact.method && (METHODS[fact.method] || plain(fact.method)), fact.court,
      said, el('a', { href: articlePlace(fact.in) }, titleOf(fact.in)),
    ].filter(Boolean).flatMap((part, i) => (i ? [' · ', part] : [part]))));
}

function sorter(view, name, orders, first, label = 'Order') {
  const order = here().values[name] || first;
  const links = Object.entries(orders).map(([value, words]) => el('a', {
    href: place(view, { ...here().values, [name]: value, page: '' }), 'aria-current': value === order && 'true',
  }, words));
  return el('p', { class: 'order' }, `${label}: `, links);
}

// ---------------------------------------------------------------- taking facts along

/** Hand a file to the browser's downloads. */
function offer(name, parts, type) {
  const link = el('a', { href: URL.createObjectURL(new Blob(parts, { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const DERIVED = ['in', 'number', 'open', 'spans', 'person', 'gold', 'found'];

function exported(fact) {
  const columns = Object.entries(fact).filter(([name]) => !DERIVED.includes(name));
  const row = Object.fromEntries(columns);
  const decision = ERRORS ? {} : { decision: stateOf(fact) };
  return { ...row, article: fact.in.article, title: fact.in.title, published: fact.in.published, ...decision };
}

// "=1+1", also after blanks and quotes: a formula to a spreadsheet, as in the run's own files
const FORMULA = /^[\s\ufeff\u200b"'‘’“”]*[=+\-@＝＋－＠\t\r\n]/;

function csvCell(value) {
  if (value === null || value === undefined) return '';
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/\s+/g, ' ');
  const safe = typeof value === 'number' || !FORMULA.test(text) ? text : `'${text}`;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvOf(list) {
  const names = [...new Set(list.flatMap((fact) => Object.keys(exported(fact))))];
  const lineOf = (row) => names.map((name) => csvCell(row[name])).join(',');
  return [names.join(','), ...list.map((fact) => lineOf(exported(fact)))].map((row) => `${row}\n`);
}

/** What can be done with the facts that the filters let through. */
function tools(list) {
  if (!list.length) return null;
  return el('div', { class: 'buttons' },
    !ERRORS && el('a', { class: 'button', href: queuePlace() }, `Review these ${grouped(list.length)}`),
    button('Save as CSV', () => offer('facts.csv', csvOf(list), 'text/csv')),
    button('Save as JSON', () => offer('facts.json', [JSON.stringify(list.map(exported), null, 1)],
      'application/json')));
}

function citation(fact) {
  const { article, title, published } = fact.in;
  const source = [title, article, published && dateWords(published)].filter(Boolean).join(', ');
  return `${fact.defendant}: ${statement(fact)}. "${fact.evidence.replace(/\s+/g, ' ')}" ${source} (casefacts ${
    fact.id}, as the article says it, not checked otherwise)`;
}

/** Put words on the clipboard; where the browser will not, show them to be copied by hand. */
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    say('Copied');
  } catch { prompt('Copy this:', words); }
}

function copiers(fact) {
  return el('div', { class: 'buttons' }, !ERRORS && button('Copy as citation', () => copy(citation(fact))),
    button('Copy link', () => copy(location.href.split('#')[0] + factPlace(fact))));
}
