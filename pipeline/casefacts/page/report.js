'use strict';
/* The page is built from the data below it with createElement and text nodes only: nothing of an article is ever
   parsed as markup. Places are `#view?name=value`, so that each view, article, record and person can be linked to. */

// ---------------------------------------------------------------- the data

const data = JSON.parse(document.getElementById('data').textContent);
const articles = data.articles.map((cells, place) => ({ ...named(data.articleColumns, cells), place, facts: [] }));
const facts = data.facts.map((cells) => named(data.columns[cells[0]], cells));
const unnamed = new Set(data.unnamed);
const people = new Map(); // key → { key, name, in, facts }

function named(names, cells) {
  const object = {};
  names.forEach((name, i) => { object[name] = cells[i]; });
  return object;
}

for (const fact of facts) {
  const article = articles[fact.article];
  fact.in = article;
  fact.number = article.facts.push(fact);
  fact.open = fact.type === 'sentence' && fact.status !== 'imposed';
  // "two men" of one article are not those of another
  const place = unnamed.has(fact.defendant) ? article.article : null;
  const key = JSON.stringify([fact.defendant, place]);
  if (!people.has(key)) people.set(key, { key, name: fact.defendant, in: place, facts: [] });
  fact.person = people.get(key);
  fact.person.facts.push(fact);
}

/** The text of an article, read from the page when it is first needed. */
function textOf(article) {
  const element = document.getElementById(`text-${article.place}`);
  return element ? JSON.parse(element.textContent) : '';
}

/** Where code points stand in a JavaScript string, which counts UTF-16 units: a function for ascending places. */
function units(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (place) => Math.min(place, text.length);
  let points = 0, unit = 0;
  return (place) => {
    for (; points < place && unit < text.length; points++) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    return unit;
  };
}

// ---------------------------------------------------------------- words

const TYPES = { charge: 'Charge', verdict: 'Verdict', sentence: 'Sentence' };
const OUTCOMES = {
  convicted: 'Convicted', acquitted: 'Acquitted', dismissed: 'Dismissed', mistrial: 'Mistrial',
  overturned: 'Overturned',
};
const KINDS = {
  prison: 'Prison', jail: 'Jail', life: 'Life', death: 'Death', probation: 'Probation',
  supervised_release: 'Supervised release', suspended: 'Suspended', house_arrest: 'House arrest',
  community_service: 'Community service', fine: 'Fine', restitution: 'Restitution', forfeiture: 'Forfeiture',
  time_served: 'Time served', other: 'Other penalty',
};
const STATUSES = { imposed: 'Imposed', possible: 'Possible', expected: 'Expected', sought: 'Sought' };
const OPEN = {
  possible: 'possible by law, not imposed', expected: 'expected under a deal, not imposed',
  sought: 'sought, not imposed',
};
const METHODS = {
  jury: 'by a jury', judge: 'by a judge', guilty_plea: 'by guilty plea', no_contest_plea: 'by no-contest plea',
  alford_plea: 'by Alford plea', prosecution: 'dropped by the prosecution', appeal: 'on appeal',
};
const LABELS = {
  defendant: 'Defendant', linked_by: 'Found by', offense: 'Offense', offense_code: 'NIBRS code', counts: 'Counts',
  action: 'Action',
  plea: 'Plea', outcome: 'Outcome', method: 'Method', prejudice: 'Prejudice', kind: 'Penalty', status: 'Status',
  duration: 'Duration', min_duration: 'At least', months: 'In months', parole: 'Parole', amount: 'Amount',
  currency: 'Currency', date: 'Date', court: 'Court', judge: 'Judge', attributed_to: 'Said by', rule: 'Rule',
  id: 'Record id',
};
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

const plain = (value) => String(value).replaceAll('_', ' ');
const grouped = (number) => number.toLocaleString('en-US');
const several = (number, one, many = `${one}s`) => `${grouped(number)} ${number === 1 ? one : many}`;
const lower = (text) => (/^.[A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** "2017-11-07" as "7 November 2017": as precise as it is stated. */
function dateWords(date) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (!found) return date;
  const [, year, month, day] = found;
  return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}

/** "P2Y6M" as "2 years 6 months". */
function durationWords(duration) {
  const [day, time = ''] = duration.slice(1).split('T');
  const words = { Y: 'year', M: 'month', W: 'week', D: 'day' };
  const parts = [...day.matchAll(/(\d+)([YMWD])/g)].map(([, n, unit]) => several(Number(n), words[unit]));
  const clock = { H: 'hour', M: 'minute' };
  for (const [, n, unit] of time.matchAll(/(\d+)([HM])/g)) parts.push(several(Number(n), clock[unit]));
  return parts.join(' ') || duration;
}

/** "39 months", "56 months" as "39 to 56 months". */
function rangeWords(least, most) {
  const [number, unit, ...more] = least.split(' ');
  return `${!more.length && most.split(' ').length === 2 && most.endsWith(` ${unit}`) ? number : least} to ${most}`;
}

const money = (fact) => [fact.currency, grouped(fact.amount)].filter(Boolean).join(' ');

function size(fact) {
  const { duration, min_duration: least } = fact;
  const parts = [];
  if (duration && least) parts.push(rangeWords(durationWords(least), durationWords(duration)));
  else if (duration) parts.push(durationWords(duration));
  else if (least) parts.push(`at least ${durationWords(least)}`);
  if (fact.amount !== null) parts.push(money(fact));
  if (fact.parole) parts.push('without parole');
  return parts.join(', ');
}

/** What a record states, without its defendant: "Convicted of arson". */
function statement(fact) {
  const { offense, counts } = fact;
  const of = (word) => (offense ? ` ${word} ${offense}` : '') + (counts > 1 ? ` (${counts} counts)` : '');
  if (fact.type === 'charge') {
    const plea = fact.plea ? `; pleads ${plain(fact.plea)}` : '';
    return (fact.action === 'indicted' ? `Indicted${of('for')}` : `Charged${of('with')}`) + plea;
  }
  if (fact.type === 'verdict') {
    return {
      convicted: `Convicted${of('of')}`, acquitted: `Acquitted${of('of')}`, dismissed: `Charge dismissed${of('of')}`,
      mistrial: `Mistrial${of('on')}`, overturned: `Conviction overturned${of('for')}`,
    }[fact.outcome] || plain(fact.outcome);
  }
  const penalty = [KINDS[fact.kind] || plain(fact.kind), size(fact)].filter(Boolean);
  return fact.open ? `${STATUSES[fact.status] || plain(fact.status)} penalty: ${lower(penalty.join(', '))}${of('for')}`
    : penalty.join(': ') + of('for');
}

const titleOf = (article) => article.title || article.article;

// ---------------------------------------------------------------- elements

/** An element; texts among the children become text nodes. `on` attributes do not exist here, listeners are added. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '');
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => ![null, undefined, false, 0].includes(child)));
  return element;
}

function svg(name, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const byId = (id) => document.getElementById(id);
const layer = (fact) => (fact.open ? 'open' : fact.type); // what counts and charts keep apart
const badge = (fact) => el('span', { class: `badge ${layer(fact)}` },
  fact.open ? `Penalty ${OPEN[fact.status] || plain(fact.status)}` : TYPES[fact.type]);

// ---------------------------------------------------------------- places and filters

const FILTERS = {
  type: { label: 'Type', choices: TYPES },
  outcome: { label: 'Outcome of verdicts', choices: OUTCOMES },
  kind: { label: 'Penalty', choices: KINDS },
  status: { label: 'Status of penalties', choices: { ...STATUSES, open: 'Not imposed (all three)' } },
  offense: { label: 'Offense', hint: 'part of its wording' },
  person: { label: 'Person', hint: 'part of a name' },
  article: { label: 'Article', hint: 'part of title or file' },
  date: { label: 'Date', hint: '2017-11 or unknown' },
};
const NAMES = ['q', ...Object.keys(FILTERS)];
const LISTS = { overview: 'Overview', facts: 'Facts', articles: 'Articles', people: 'People' };
let filters = {};

function place(view, values = {}) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  return `#${view}${query.size || [...query].length ? `?${query}` : ''}`;
}

const factPlace = (fact) => place('article', { name: fact.in.article, fact: fact.id });
const articlePlace = (article) => place('article', { name: article.article });
const personPlace = (person) => place('person', { name: person.name, in: person.in });

function here() {
  const [view, query = ''] = location.hash.slice(1).split(/\?(.*)/s);
  return { view: view || 'overview', values: Object.fromEntries(new URLSearchParams(query)) };
}

/** Text as it is compared: without case, accents and curly quotes. */
function folded(text) {
  return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[‘’]/g, "'").toLowerCase();
}

const cache = new WeakMap();
function haystack(fact) {
  if (!cache.has(fact)) {
    const whole = [fact.defendant, fact.offense, fact.evidence, fact.court, fact.judge, fact.attributed_to, fact.rule,
      fact.in.title, fact.in.article];
    cache.set(fact, {
      whole: folded(whole.filter(Boolean).join('\n')), offense: folded(fact.offense || ''),
      person: folded(fact.defendant), article: folded(`${fact.in.title || ''}\n${fact.in.article}`),
    });
  }
  return cache.get(fact);
}

/** The facts that the filters let through. */
function chosen() {
  const words = folded(filters.q || '').split(/\s+/).filter(Boolean);
  const parts = ['offense', 'person', 'article'].filter((name) => filters[name])
    .map((name) => [name, folded(filters[name])]);
  const same = ['type', 'outcome', 'kind'].filter((name) => filters[name]);
  return facts.filter((fact) => same.every((name) => fact[name] === filters[name])
    && (!filters.status || (filters.status === 'open' ? fact.open : fact.status === filters.status))
    && (!filters.date || (filters.date === 'unknown' ? !fact.date : (fact.date || '').startsWith(filters.date)))
    && parts.every(([name, part]) => haystack(fact)[name].includes(part))
    && words.every((word) => haystack(fact).whole.includes(word)));
}

function buildFilters() {
  for (const [name, { label, choices, hint }] of Object.entries(FILTERS)) {
    const options = choices && [el('option', { value: '' }, 'any'),
      ...Object.entries(choices).map(([value, words]) => el('option', { value }, words))];
    const input = choices ? el('select', { id: name, name }, options)
      : el('input', { id: name, name, placeholder: hint });
    byId('fields').append(el('div', {}, el('label', { for: name }, label), input));
  }
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
  const values = Object.fromEntries(NAMES.map((name) => [name, byId(name).value.trim()]));
  history.replaceState(null, '', place(here().view, values));
  render();
}

function showFilters() {
  for (const name of NAMES) if (document.activeElement !== byId(name)) byId(name).value = filters[name] || '';
  const active = NAMES.slice(1).filter((name) => filters[name]).length;
  byId('active').textContent = active ? `(${active} set)` : '';
  byId('clear').hidden = !active && !filters.q;
}

// ---------------------------------------------------------------- lists in pages

const EACH = 50;

/** A page of a long list, and the way to the others: the page never holds more than it must. */
function paged(view, items, item, name = 'page', list = el('ol', { class: 'list' })) {
  const values = here().values;
  const last = Math.max(1, Math.ceil(items.length / EACH));
  const page = Math.min(Math.max(1, Number(values[name]) || 1), last);
  const first = (page - 1) * EACH;
  list.append(...items.slice(first, first + EACH).map(item));
  if (last === 1) return [list];
  const link = (words, to) => (to < 1 || to > last || to === page ? el('span', { 'aria-disabled': 'true' }, words)
    : el('a', { href: place(view, { ...values, [name]: to }) }, words));
  const shown = `${grouped(first + 1)}–${grouped(Math.min(first + EACH, items.length))} of ${grouped(items.length)}`;
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
function factItem(fact, { who = true, when = true } = {}) {
  const said = fact.attributed_to && `said by ${fact.attributed_to}`;
  return el('li', { class: `fact ${fact.type}${fact.open ? ' open' : ''}` },
    el('div', { class: 'top' }, badge(fact)),
    el('h3', {}, who && [el('a', { href: personPlace(fact.person) }, fact.defendant), ': '],
      el('a', { href: factPlace(fact), class: 'statement' }, statement(fact))),
    el('blockquote', {}, fact.evidence),
    el('p', { class: 'meta' }, [
      when && (fact.date ? el('time', { datetime: fact.date }, dateWords(fact.date)) : 'date unknown'),
      !fact.offense && 'offense not stated', fact.method && (METHODS[fact.method] || plain(fact.method)), fact.court,
      said, el('a', { href: articlePlace(fact.in) }, titleOf(fact.in)),
    ].filter(Boolean).flatMap((part, i) => (i ? [' · ', part] : [part]))));
}

// ---------------------------------------------------------------- charts

/** Bars with their numbers, each a link that filters; `rows` are [words, filter values, facts]. */
function bars(title, rows, layout = '', note = null) {
  const most = Math.max(1, ...rows.map(([, , list]) => list.length));
  return el('section', { class: `chart ${layout}` }, el('h3', {}, title), note && el('p', { class: 'meta' }, note),
    el('ul', { class: 'bars' }, rows.map(([words, values, list, type]) => {
      const open = list.filter((fact) => fact.open).length;
      const share = (number) => `${((100 * number) / most).toFixed(2)}%`;
      const drawn = svg('svg', { 'aria-hidden': 'true', width: '100%', height: '14' },
        svg('rect', { class: type, x: '0', y: '1', height: '12', width: share(list.length - open) }));
      if (open) {
        drawn.append(svg('rect', { class: `${type} hatched`, x: share(list.length - open), y: '1', height: '12',
          width: share(open), fill: 'url(#hatch)' }));
      }
      const more = open && open < list.length ? `, ${grouped(open)} of them not imposed` : '';
      return el('li', {}, el('a', { href: place('facts', { ...filters, ...values }) },
        el('span', { class: 'words' }, words), drawn,
        el('span', { class: 'number' }, grouped(list.length), more && el('span', { class: 'unseen' }, more))));
    })));
}

/** The pattern of penalties that nobody imposed. */
function hatch() {
  return svg('svg', { 'aria-hidden': 'true', class: 'unseen', width: '0', height: '0' }, svg('defs', {},
    svg('pattern', {
      id: 'hatch', width: '6', height: '6', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)',
    }, svg('rect', { class: 'sentence', width: '2', height: '6' }))));
}

const SHOWN_YEARS = 5;

/** Columns by month over the last years with facts, stacked by type; what has no month is said below. */
function months(list) {
  const dated = list.filter((fact) => fact.date && fact.date.length >= 7);
  const groups = inGroups(dated, (fact) => fact.date.slice(0, 7));
  const known = [...groups.keys()].sort();
  const section = el('section', { class: 'chart wide' }, el('h3', {}, 'Facts by month'));
  if (known.length) section.append(...monthColumns(groups, known));
  const vague = list.filter((fact) => fact.date && fact.date.length < 7).length;
  const without = list.filter((fact) => !fact.date).length;
  const unknown = el('a', { href: place('facts', { ...filters, date: 'unknown' }) },
    `${several(without, 'fact')} without a date`);
  const rest = [vague && `${several(vague, 'fact')} with a year only`, without && unknown];
  const said = rest.filter(Boolean).flatMap((part, i) => (i ? ['; ', part] : [part]));
  if (said.length) section.append(el('p', { class: 'meta' }, 'Not drawn: ', said, '.'));
  return section;
}

function monthColumns(groups, known) {
  const last = Number(known.at(-1).slice(0, 4));
  const first = Math.max(Number(known[0].slice(0, 4)), last - SHOWN_YEARS + 1);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const drawn = known.filter((month) => month >= String(first));
  const most = Math.max(...drawn.map((month) => groups.get(month).length));
  const earlier = known.filter((month) => month < String(first))
    .reduce((sum, month) => sum + groups.get(month).length, 0);
  const links = [...known].reverse().map((month) => el('li', {},
    el('a', { href: place('facts', { ...filters, date: month }) }, dateWords(month)),
    `: ${grouped(groups.get(month).length)}`));
  return [
    el('p', { class: 'meta' }, `The tallest column is ${several(most, 'fact')}.`, earlier
      && ` ${several(earlier, 'fact')} of the years before ${first} ${earlier === 1 ? 'is' : 'are'} in the list only.`),
    el('div', { class: 'plot' }, columns(groups, drawn, years, most),
      el('ol', { class: 'years', 'aria-hidden': 'true' }, years.map((year) => el('li', {}, String(year))))),
    el('details', {}, el('summary', {}, `All ${several(known.length, 'month')} as a list`),
      el('ul', { class: 'months' }, links)),
  ];
}

function columns(groups, drawn, years, most) {
  const width = 100 / (12 * years.length), height = 120;
  const chart = svg('svg', { 'aria-hidden': 'true', width: '100%', height: String(height) });
  years.forEach((_, i) => chart.append(svg('line', {
    class: 'grid', x1: `${12 * i * width}%`, x2: `${12 * i * width}%`, y1: '0', y2: String(height) })));
  for (const month of drawn) {
    const at = 12 * (Number(month.slice(0, 4)) - years[0]) + Number(month.slice(5)) - 1;
    let top = height;
    for (const type of [...Object.keys(TYPES), 'open']) {
      const tall = ((height - 4) * groups.get(month).filter((fact) => layer(fact) === type).length) / most;
      if (!tall) continue;
      top -= tall;
      chart.append(svg('rect', {
        class: type === 'open' ? 'hatched' : type, x: `${(at + 0.12) * width}%`, width: `${0.76 * width}%`,
        y: top.toFixed(2), height: tall.toFixed(2),
      }));
    }
  }
  return chart;
}

// ---------------------------------------------------------------- views of the filtered facts

const VIEWS = {
  overview, facts: factList, articles: articleList, people: peopleList, article: articleView, person: personView,
};

function overview(list) {
  const rows = (name, choices, type) => Object.entries(choices)
    .map(([value, words]) => [words, { [name]: value }, list.filter((fact) => fact[name] === value), type || value])
    .filter(([, , some]) => some.length);
  const open = list.filter((fact) => fact.open).length;
  const groups = inGroups(list, (fact) => fact.in);
  const most = [...groups].sort((a, b) => b[1].length - a[1].length);
  return [el('h2', { class: 'unseen', tabindex: '-1' }, 'Overview'), totals(list, groups, open), hatch(),
    el('div', { class: 'charts' },
      bars('Facts by type', rows('type', TYPES)),
      bars('Verdicts by outcome', rows('outcome', OUTCOMES, 'verdict')),
      bars('Penalties by kind', rows('kind', KINDS, 'sentence'), 'penalties', open > 0 && [
        el('span', { class: 'key imposed' }), ' imposed ', el('span', { class: 'key hatched' }),
        ' only possible, sought or expected']),
      months(list)),
    el('section', {}, el('h2', {}, 'Articles with the most facts'),
      el('ol', { class: 'list rows' }, most.slice(0, 10).map(([article, some]) => articleItem(article, some))),
      most.length > 10 && el('p', {}, el('a', { href: place('articles', filters) },
        `All ${several(most.length, 'article')} with such facts`)))];
}

function totals(list, groups, open) {
  const tile = (number, one, many, view, values, more) => el('li', {},
    el('a', { href: place(view, { ...filters, ...values }) }, el('strong', {}, grouped(number)), ' ',
      number === 1 ? one : many), more && el('span', { class: 'meta' }, more));
  const { charge = [], verdict = [], sentence = [] } = Object.fromEntries(inGroups(list, layer));
  const not = 'only possible, sought or expected';
  return el('ul', { class: 'totals' },
    tile(charge.length, 'charge', 'charges', 'facts', { type: 'charge' }),
    tile(verdict.length, 'verdict', 'verdicts', 'facts', { type: 'verdict' }),
    tile(sentence.length, 'penalty imposed', 'penalties imposed', 'facts', { type: 'sentence', status: 'imposed' }),
    tile(open, not, not, 'facts', { type: 'sentence', status: 'open' }),
    tile(new Set(list.map((fact) => fact.person)).size, 'defendant', 'defendants', 'people', {}),
    tile(groups.size, 'article with facts', 'articles with facts', 'articles', {},
      `of ${grouped(articles.length + data.silent)} read`));
}

function factList(list) {
  return [heading('Facts'), list.length ? paged('facts', list, (fact) => factItem(fact)) : nothing()];
}

const heading = (...words) => el('h2', { tabindex: '-1' }, ...words);
const nothing = () => el('p', { class: 'nothing' }, 'Nothing matches. Take away a filter or a word of the search.');

function sorter(view, orders, order) {
  const links = Object.entries(orders).map(([value, words]) => el('a', {
    href: place(view, { ...here().values, order: value, page: '' }), 'aria-current': value === order && 'true',
  }, words));
  return el('p', { class: 'order' }, 'Order: ', links);
}

function articleItem(article, list) {
  return el('li', {}, el('h3', {}, el('a', { href: articlePlace(article) }, titleOf(article))),
    el('p', { class: 'meta' }, article.title ? `${article.article} · ` : '',
      article.published ? dateWords(article.published) : 'publication date unknown'),
    el('p', { class: 'badges' }, counts(list)));
}

function articleList(list) {
  const order = here().values.order || 'run';
  const groups = [...inGroups(list, (fact) => fact.in)];
  if (order === 'most') groups.sort((a, b) => b[1].length - a[1].length);
  else if (order === 'newest') groups.sort((a, b) => (b[0].published || '').localeCompare(a[0].published || ''));
  const item = ([article, some]) => articleItem(article, some);
  return [heading('Articles'),
    sorter('articles', { run: 'as in the run', most: 'most facts', newest: 'newest' }, order),
    groups.length ? paged('articles', groups, item, 'page', el('ol', { class: 'list rows' })) : nothing(),
    withoutFacts()];
}

/** What became of the other articles; those in which there simply is nothing are counted only. */
function withoutFacts() {
  const others = articles.filter((article) => article.status !== 'facts');
  const said = { none: 'no facts', failed: 'failed', skipped: 'skipped' };
  const section = el('section', {}, el('h2', {}, 'Articles without facts'), el('p', {},
    `Read, with no fact found: ${several(data.silent, 'article')}.`,
    others.length > 0 && ` With a reason: ${several(others.length, 'article')}.`));
  const item = (article) => el('li', {}, el('h3', {}, titleOf(article)), el('p', { class: 'meta' },
    article.title && `${article.article} · `,
    `${said[article.status] || article.status}: ${article.reason || 'no reason given'}`));
  if (others.length) section.append(...paged('articles', others, item, 'rest', el('ol', { class: 'list rows' })));
  return section;
}

function peopleList(list) {
  const order = here().values.order || 'name';
  const compare = new Intl.Collator('en').compare;
  const groups = [...inGroups(list, (fact) => fact.person)];
  groups.sort((a, b) => Boolean(a[0].in) - Boolean(b[0].in) || (order === 'most' ? b[1].length - a[1].length : 0)
    || compare(a[0].name, b[0].name));
  const item = ([person, some]) => el('li', {}, el('h3', {}, el('a', { href: personPlace(person) }, person.name)),
    el('p', { class: 'meta' }, person.in ? `no name given · ${person.in}`
      : several(new Set(some.map((fact) => fact.in)).size, 'article')), el('p', { class: 'badges' }, counts(some)));
  return [heading('People and companies'), el('p', {}, 'By the fullest name in each article. The same name in several'
    + ' articles may be different people, and one person may stand here under several names.'),
  sorter('people', { name: 'by name', most: 'most facts' }, order),
  groups.length ? paged('people', groups, item, 'page', el('ol', { class: 'list rows' })) : nothing()];
}

// ---------------------------------------------------------------- one person

function personView() {
  const { name = '', in: at = null } = here().values;
  const person = people.get(JSON.stringify([name, at]));
  if (!person) return missing('person', name);
  const found = [...new Set(person.facts.map((fact) => fact.in))];
  // dates are as precise as stated: "2017" stands before "2017-11", the unknown ones last
  const sorted = [...person.facts].sort((a, b) => !a.date - !b.date || (a.date || '').localeCompare(b.date || ''));
  const groups = inGroups(sorted, (fact) => fact.date);
  return [heading(name), el('p', { class: 'badges' }, counts(person.facts)), warning(person, found),
    el('ul', { class: 'unknowns' }, unknowns(person.facts).map((words) => el('li', {}, words))),
    [...groups].map(([date, some]) => el('section', { class: 'moment' },
      el('h3', {}, date ? el('time', { datetime: date }, dateWords(date)) : 'Date unknown'),
      el('ol', { class: 'list' }, some.map((fact) => factItem(fact, { who: false, when: false })))))];
}

function warning(person, found) {
  const where = `${several(person.facts.length, 'fact')} in ${several(found.length, 'article')} of this page.`;
  if (person.in) return el('p', {}, `${where} The article gives no name here: "${person.name}" is its phrase.`);
  if (found.length === 1) return el('p', {}, `${where} Somebody else may have the same name.`);
  return el('p', { class: 'caution' }, where, ' ',
    el('strong', {}, 'The same name in several articles may be different people'),
    ': compare the articles before you take them for one.');
}

/** What a reader could wrongly take for told. */
function unknowns(list) {
  const has = (type, test = () => true) => list.some((fact) => fact.type === type && test(fact));
  const words = [];
  if (!has('verdict')) words.push('Verdict unknown: none was found under this name.');
  if (!has('sentence', (fact) => !fact.open)) {
    words.push(has('sentence') ? 'No imposed penalty was found under this name: those below are only possible, sought'
      + ' or expected.' : 'Penalty unknown: none was found under this name.');
  }
  if (!has('charge')) words.push('Charges as they were filed are unknown: none was found under this name.');
  return words;
}

function missing(kind, name) {
  return [heading(`No such ${kind} here`), el('p', {}, `"${name}" is not in this page. It may be in another part of the`
    + ' run, or in a newer or older report.')];
}

// ---------------------------------------------------------------- one article

let open = null; // the article on the screen, and the record chosen in it

function articleView() {
  const { name = '', fact: id } = here().values;
  const article = articles.find((one) => one.article === name);
  if (!article || !article.facts.length) return missing('article', name);
  open = { article, fact: null };
  const meta = [
    article.title && article.article,
    article.published ? `published ${dateWords(article.published)}` : 'publication date unknown',
    article.words !== null && several(article.words, 'word'),
  ];
  queueMicrotask(() => choose(article.facts.find((fact) => fact.id === id), id ? ['words', 'record'] : []));
  return [
    el('div', { class: 'title' }, heading(titleOf(article)),
      el('p', { class: 'meta' }, meta.filter(Boolean).join(' · '))),
    stepper(),
    el('div', { class: 'sides' },
      el('section', { class: 'text', 'aria-labelledby': 'words' }, el('h3', { id: 'words' }, 'Text'), legend(),
        markedText(article)),
      el('section', { class: 'records', 'aria-labelledby': 'records' },
        el('h3', { id: 'records' }, several(article.facts.length, 'record')), el('ol', {}, article.facts.map(record)))),
  ];
}

function stepper() {
  const button = (id, words, by) => {
    const element = el('button', { type: 'button', id }, words);
    element.addEventListener('click', () => step(by));
    return element;
  };
  const now = el('a', { id: 'now' });
  now.addEventListener('click', (event) => {
    event.preventDefault();
    if (open.fact) choose(open.fact, ['record'], true);
  });
  return el('div', { class: 'stepper', role: 'group', 'aria-label': 'Step through the records' },
    button('previous', '‹ Previous', -1), button('next', 'Next ›', 1), now,
    el('span', { class: 'keys' }, 'Keys: ', el('kbd', {}, 'n'), ' next, ', el('kbd', {}, 'p'), ' previous'));
}

function legend() {
  return el('p', { class: 'legend' },
    Object.entries(TYPES).map(([type, words]) => el('span', { class: `mark ${type}` }, words)),
    el('span', { class: 'mark sentence open' }, 'Penalty not imposed'));
}

/** The text with the words of each record marked; where they overlap, a piece belongs to several records. */
function markedText(article) {
  const text = textOf(article);
  const borders = [...new Set(article.facts.flatMap((fact) => [fact.start, fact.end]))].sort((a, b) => a - b);
  const unit = units(text);
  const box = el('div', { class: 'body', lang: 'en' });
  let from = 0, before = 0;
  if (!text) box.append('The text of this article was not kept.');
  for (const border of [...borders, Infinity]) {
    const to = border === Infinity ? text.length : unit(border);
    const some = article.facts.filter((fact) => fact.start <= before && fact.end >= border);
    const words = text.slice(from, to);
    if (words) box.append(some.length ? markedPiece(words, some, before) : words);
    [from, before] = [to, border];
  }
  return box;
}

/** Whether a click asks for another tab or window. */
const elsewhere = (event) => event.ctrlKey || event.metaKey || event.shiftKey;

function markedPiece(words, some, start) {
  const kinds = new Set(some.flatMap((fact) => (fact.open ? [fact.type, 'open'] : [fact.type])));
  if (some.some((fact) => fact.type === 'sentence' && !fact.open)) kinds.delete('open');
  const begin = some.filter((fact) => fact.start === start).map((fact) => fact.number);
  const shortest = [...some].sort((a, b) => (a.end - a.start) - (b.end - b.start));
  const piece = el('a', {
    class: `mark ${[...kinds].join(' ')}`, href: factPlace(shortest[0]),
    'data-of': some.map((fact) => fact.number).join(' '), 'data-begin': begin.length ? begin.join(',') : null,
    title: some.map((fact) => `${fact.number}. ${fact.defendant}: ${statement(fact)}`).join('\n'),
  }, words);
  piece.addEventListener('click', (event) => {
    if (elsewhere(event)) return;
    event.preventDefault();
    // another click on the same words goes on to the next record that they belong to
    const now = shortest.indexOf(open.fact);
    choose(shortest[(now + 1) % shortest.length], ['record'], true);
  });
  return piece;
}

function record(fact) {
  const link = el('a', { href: factPlace(fact), class: 'statement' }, `${fact.defendant}: ${statement(fact)}`);
  const item = el('li', {
    class: `record ${fact.type}${fact.open ? ' open' : ''}`, id: `record-${fact.number}`, tabindex: '-1',
  }, el('div', { class: 'top' }, el('span', { class: 'place' }, `${fact.number}.`), badge(fact)), el('h4', {}, link),
  el('p', { class: 'meta' }, fact.date ? dateWords(fact.date) : 'date unknown', ' · said by ',
    fact.attributed_to || 'the article itself'), fields(fact));
  item.addEventListener('click', (event) => {
    if (elsewhere(event) || (event.target.closest('a') && event.target !== link)) return;
    if (String(getSelection())) return; // somebody copies words of the record
    event.preventDefault();
    choose(fact, ['words'], event.target === link);
  });
  return item;
}

/** All that a record has, and the names of what it has not. */
function fields(fact) {
  const names = [...data.columns[fact.type].filter((name) => name in LABELS && name !== 'id'), 'id'];
  const blank = names.filter((name) => fact[name] === null && name !== 'attributed_to');
  const stated = names.filter((name) => !blank.includes(name));
  return el('div', { class: 'fields' }, el('blockquote', {}, fact.evidence),
    el('dl', {}, stated.map((name) => [el('dt', {}, LABELS[name]), el('dd', {}, fieldValue(fact, name))]),
      el('dt', {}, 'Words'), el('dd', {}, `${fact.start} to ${fact.end}`)),
    blank.length > 0 && el('p', { class: 'meta' },
      `Not stated: ${blank.map((name) => lower(LABELS[name])).join(', ')}`));
}

function fieldValue(fact, name) {
  const value = fact[name];
  if (name === 'attributed_to') return value || 'the article itself';
  if (name === 'defendant') return el('a', { href: personPlace(fact.person) }, value);
  if (name === 'date') return `${dateWords(value)} (${value})`;
  if (name === 'duration' || name === 'min_duration') return `${durationWords(value)} (${value})`;
  if (name === 'amount') return money(fact);
  if (name === 'status' && fact.open) return OPEN[value] || plain(value);
  return ['action', 'plea', 'outcome', 'method', 'kind', 'status'].includes(name) ? plain(value) : String(value);
}

/** Choose a record of the open article and show its words, itself or both; `focus` takes the keyboard there. */
function choose(fact, show, focus = false) {
  for (const element of document.querySelectorAll('#main .chosen')) {
    element.classList.remove('chosen');
    element.removeAttribute('aria-current');
  }
  open.fact = fact || null;
  sayChosen(fact);
  if (!fact) return;
  const marks = [...document.querySelectorAll('.body .mark')]
    .filter((mark) => mark.dataset.of.split(' ').includes(String(fact.number)));
  const item = byId(`record-${fact.number}`);
  for (const element of [...marks, item]) element.classList.add('chosen');
  item.setAttribute('aria-current', 'true');
  if (location.hash !== factPlace(fact)) history.replaceState(null, '', factPlace(fact));
  const narrow = getComputedStyle(document.querySelector('.sides')).gridTemplateColumns.split(' ').length === 1;
  // in one column there is room for one of the two only
  for (const what of narrow ? show.slice(0, 1) : ['words', 'record']) {
    const target = what === 'words' ? marks[0] : item;
    target?.scrollIntoView({ block: show.includes(what) ? 'center' : 'nearest' });
  }
  if (focus) (show[0] === 'words' ? marks[0] : item)?.focus({ preventScroll: true });
}

function sayChosen(fact) {
  const all = open.article.facts.length;
  byId('now').textContent = fact ? `Record ${fact.number} of ${all}: ${fact.defendant}: ${statement(fact)}`
    : 'No record chosen yet';
  byId('now').href = fact ? factPlace(fact) : articlePlace(open.article);
}

function step(by) {
  const list = open.article.facts;
  const at = open.fact ? list.indexOf(open.fact) + by : by > 0 ? 0 : list.length - 1;
  choose(list[(at + list.length) % list.length], ['words', 'record']);
  byId('said').textContent = byId('now').textContent;
}

document.addEventListener('keydown', (event) => {
  if (here().view !== 'article' || !open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, select, textarea')) return;
  const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  step(by);
});

// ---------------------------------------------------------------- the page

function render() {
  const { view, values } = here();
  const known = Object.hasOwn(VIEWS, view) ? view : 'overview';
  const isList = known in LISTS;
  if (isList) filters = Object.fromEntries(NAMES.filter((name) => values[name]).map((name) => [name, values[name]]));
  const list = isList ? chosen() : [];
  byId('filters').hidden = byId('count').hidden = !isList;
  if (isList) {
    showFilters();
    byId('count').textContent = summary(list);
  }
  byId('views').replaceChildren(el('ul', {}, Object.entries(LISTS).map(([name, words]) => el('li', {},
    el('a', { href: place(name, filters), 'aria-current': name === known && 'page' }, words)))));
  open = null;
  byId('said').textContent = '';
  byId('main').replaceChildren(...VIEWS[known](list).flat(Infinity).filter(Boolean));
  document.title = `${document.querySelector('#main h2').textContent} · casefacts report`;
}

function summary(list) {
  const all = several(facts.length, 'fact');
  const some = list.length === facts.length ? all : `${grouped(list.length)} of ${all}`;
  return `${some} in ${several(new Set(list.map((fact) => fact.article)).size, 'article')}, of `
    + several(new Set(list.map((fact) => fact.person)).size, 'defendant');
}

/** A new place by a link: its heading takes the keyboard and the screen reader there. */
function arrive() {
  render();
  if (here().values.fact) return;
  scrollTo(0, here().values.page || here().values.rest ? byId('main').offsetTop : 0);
  document.querySelector('#main h2').focus({ preventScroll: true });
}

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});
addEventListener('hashchange', arrive);
buildFilters();
render();
document.documentElement.dataset.ready = 'yes';
