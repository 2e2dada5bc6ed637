// ---------------------------------------------------------------- places

const LISTS = ERRORS ? { overview: 'Overview', facts: 'Errors', articles: 'Articles' }
  : { overview: 'Overview', facts: 'Facts', articles: 'Articles', people: 'People', progress: 'Review' };

/** The link to a view; a value that is a list is there once for each of its members. */
function place(view, values = {}) {
  const query = new URLSearchParams(Object.entries(values)
    .flatMap(([name, value]) => [value].flat().filter(Boolean).map((one) => [name, one])));
  return `#${view}${[...query].length ? `?${query}` : ''}`;
}

const factPlace = (fact) => place('article', { name: fact.in.article, fact: fact.id });
const articlePlace = (article) => place('article', { name: article.article });
/** The queue over what is filtered, at a record or where it begins. */
const queuePlace = (article, id) => place('review', {
  ...filters, order: here().values.order, name: article?.article, fact: id });
const personPlace = (person) => place('person', { name: person.name, in: person.in });

function here() {
  const [view, query = ''] = location.hash.slice(1).split(/\?(.*)/s);
  const asked = new URLSearchParams(query);
  const values = {};
  for (const name of asked.keys()) values[name] = Object.hasOwn(FACETS, name) ? asked.getAll(name) : asked.get(name);
  return { view: view || 'overview', values };
}

// ---------------------------------------------------------------- filters

const FACETS = {
  judged: { label: 'Kind of error', words: JUDGED, errors: true },
  wrong: { label: 'Wrong field', words: LABELS, errors: true },
  cause: { label: 'Cause', errors: true },
  type: { label: 'Type', words: TYPES },
  outcome: { label: 'Outcome of verdicts', words: OUTCOMES },
  kind: { label: 'Penalty', words: KINDS },
  status: { label: 'Status of penalties', words: STATUSES },
  decision: { label: 'Decision', words: DECISIONS, of: (fact) => stateOf(fact), errors: false },
  linked_by: { label: 'Found by', words: WAYS },
  offense: { label: 'Offense' },
  court: { label: 'Court' },
  judge: { label: 'Judge' },
  attributed_to: { label: 'Said by' },
  rule: { label: 'Rule' },
  case: { label: 'Case', of: (fact) => fact.case && `${fact.in.article} · ${fact.case}`, errors: false },
};
const FACET_NAMES = Object.keys(FACETS).filter((name) => [undefined, ERRORS].includes(FACETS[name].errors));
const FIELDS = {
  person: { label: 'Person', hint: 'part of a name' },
  article: { label: 'Article', hint: 'part of title or file' },
  when: {
    label: 'Which date',
    choices: { '': 'of the event', published: 'of publication', unknown: 'no date of the event' },
  },
  from: { label: 'From', hint: '2017, 2017-11 or 2017-11-07' },
  to: { label: 'To', hint: '2018' },
};
const NAMES = ['q', 'texts', ...Object.keys(FIELDS)];
let filters = {};

/** Text as it is compared: without case, accents and curly quotes. */
function folded(text) {
  return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
    .toLowerCase();
}

/** Each thing is asked for once; an article's facts share its text. */
function remembered(make) {
  const known = new WeakMap();
  return (thing) => {
    if (!known.has(thing)) known.set(thing, make(thing));
    return known.get(thing);
  };
}

const spaced = (text) => folded(text).replace(/\s+/g, ' ');
const wordsOfText = remembered((article) => spaced(textOf(article)));
const wordsOf = remembered((fact) => spaced([fact.defendant, fact.offense, fact.evidence, fact.court, fact.judge,
  fact.attributed_to, fact.rule, fact.in.title, fact.in.article].filter(Boolean).join(' ¶ ')));
const personOf = remembered((fact) => folded(fact.defendant));
const nameOf = remembered((article) => folded(`${article.title || ''}\n${article.article}`));

/** What is searched for: words, and phrases in quotes. */
function terms(query) {
  return [...spaced(query).matchAll(/"([^"]+)"?|([^\s"]+)/g)].map(([, phrase, word]) => (phrase ?? word).trim())
    .filter(Boolean);
}

/** Whether what is known of a date, "2017" or "2017-11-07", may lie between two others. */
function within(date, from, to) {
  return Boolean(date) && (!from || date >= from || from.startsWith(date))
    && (!to || date <= to || date.startsWith(to));
}

/** The tests that a fact must pass, but for the facets. */
function tests() {
  const { q = '', texts, person, article, when, from, to } = filters;
  const found = terms(q).map((term) => (fact) => wordsOf(fact).includes(term)
    || (texts && wordsOfText(fact.in).includes(term)));
  if (person) found.push((fact) => personOf(fact).includes(folded(person)));
  if (article) found.push((fact) => nameOf(fact.in).includes(folded(article)));
  if (when === 'unknown') found.push((fact) => !fact.date);
  else if (from || to) found.push((fact) => within(when ? fact.in.published : fact.date, from, to));
  return found;
}

const cells = (fact, name) => {
  const value = FACETS[name].of ? FACETS[name].of(fact) : fact[name];
  return value === null || value === undefined || value === '' ? [] : [value].flat();
};

let tally = {}; // facet → value → how many facts it would leave, the other filters being as they are

/** The facts that the filters let through, and the numbers beside the facets. */
function chosen() {
  const plainTests = tests();
  const asked = FACET_NAMES.filter((name) => filters[name]?.length);
  tally = Object.fromEntries(FACET_NAMES.map((name) => [name, new Map()]));
  return facts.filter((fact) => {
    if (!plainTests.every((test) => test(fact))) return false;
    const failed = asked.filter((name) => !cells(fact, name).some((value) => filters[name].includes(value)));
    if (failed.length > 1) return false;
    for (const name of failed.length ? failed : FACET_NAMES) {
      for (const value of cells(fact, name)) tally[name].set(value, (tally[name].get(value) || 0) + 1);
    }
    return !failed.length;
  });
}

function buildFilters() {
  for (const [name, { label, choices, hint }] of Object.entries(FIELDS)) {
    const input = choices ? el('select', { id: name, name },
      Object.entries(choices).map(([value, words]) => el('option', { value }, words)))
      : el('input', { id: name, name, placeholder: hint });
    byId('fields').append(el('div', {}, el('label', { for: name }, label), input));
  }
  for (const name of FACET_NAMES) byId('facets').append(el('details', { id: `facet-${name}`, class: 'facet' }));
  const form = byId('filters');
  let waiting;
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(refilter, 120); });
  form.addEventListener('submit', (event) => { event.preventDefault(); clearTimeout(waiting); refilter(); });
  byId('clear').addEventListener('click', () => {
    history.pushState(null, '', place(here().view));
    render();
    byId('q').focus();
  });
  byId('more').open = matchMedia('(min-width: 50rem)').matches;
}

/** What the form says becomes the place, without one step back in history for each letter. */
function refilter() {
  const values = Object.fromEntries(NAMES.map((name) => [name, said(byId(name))]));
  for (const name of FACET_NAMES) {
    values[name] = [...byId(`facet-${name}`).querySelectorAll('input:checked')].map((input) => input.value);
  }
  history.replaceState(null, '', place(here().view, { ...values, order: here().values.order }));
  render();
}

const said = (input) => (input.type === 'checkbox' ? input.checked && '1' : input.value.trim());

function showFilters() {
  for (const name of NAMES) {
    const input = byId(name);
    if (input.type === 'checkbox') input.checked = Boolean(filters[name]);
    else if (document.activeElement !== input) input.value = filters[name] || '';
  }
  for (const name of FACET_NAMES) showFacet(name);
  const active = Object.keys(filters).filter((name) => !['q', 'texts'].includes(name)).length;
  byId('active').textContent = active ? `(${active} set)` : '';
  byId('clear').hidden = !active && !filters.q;
}

const LISTED = 15; // values of a facet, the commonest first; those that are chosen are always there

function showFacet(name) {
  const { label, words = {} } = FACETS[name];
  const box = byId(`facet-${name}`);
  const wanted = filters[name] || [];
  const known = [...tally[name]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const value of wanted) if (!tally[name].has(value)) known.push([value, 0]);
  const shown = known.filter(([value], i) => i < LISTED || wanted.includes(value));
  const focused = box.contains(document.activeElement) && document.activeElement.value;
  box.hidden = !known.length;
  if (wanted.length) box.open = true;
  box.replaceChildren(
    el('summary', {}, label,
      el('span', { class: 'meta' }, ` ${wanted.length ? `${wanted.length} of ` : ''}${known.length}`)),
    el('div', { role: 'group', 'aria-label': label }, shown.map(([value, number]) => el('label', {},
      el('input', { type: 'checkbox', name, value, checked: wanted.includes(value) }),
      el('span', { class: 'words' }, words[value] || plain(value)), el('span', { class: 'number' }, grouped(number))))),
    ...(known.length > shown.length
      ? [el('p', { class: 'meta' }, `${grouped(known.length - shown.length)} rarer: search for them`)] : []));
  if (focused) [...box.querySelectorAll('input')].find((input) => input.value === focused)?.focus();
}

// ---------------------------------------------------------------- order

const byText = new Intl.Collator('en').compare;
const least = (fact) => -Object.keys(WAYS).indexOf(fact.linked_by);
const ORDERS = {
  article: { words: 'article', key: (fact) => fact.in.place },
  date: { words: 'date', key: (fact) => fact.date || '9999' },
  newest: { words: 'newest article', key: (fact) => fact.in.published || '', back: true },
  person: { words: 'person', key: (fact) => fact.defendant },
  offense: { words: 'offense', key: (fact) => fact.offense || '' },
  type: { words: 'type', key: (fact) => fact.type },
  rule: { words: 'rule', key: (fact) => fact.rule || '' },
  linked_by: { words: 'least sure first', key: least },
};
const ORDER_WORDS = Object.fromEntries(Object.entries(ORDERS).map(([name, { words }]) => [name, words]));

/** The facts in an order; those alike in it stay in the order of the articles. */
function ordered(list, name) {
  const { key, back } = ORDERS[name] || ORDERS.article;
  const compare = (a, b) => (typeof a === 'number' ? a - b : byText(a, b)) * (back ? -1 : 1);
  return list.map((fact) => [key(fact), fact]).sort((a, b) => compare(a[0], b[0])).map(([, fact]) => fact);
}
