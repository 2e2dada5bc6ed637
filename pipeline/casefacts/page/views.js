// ---------------------------------------------------------------- views of the filtered facts

const VIEWS = {
  overview: ERRORS ? errorOverview : overview, facts: factList, articles: articleList, people: peopleList,
  article: articleView, person: personView, ...(ERRORS ? {} : { review: reviewView, progress: progressView }),
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
      timeline(list)),
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
  if (!list.length) return [heading(LISTS.facts), nothing()];
  return [heading(LISTS.facts), tools(list), sorter('facts', 'order', ORDER_WORDS, 'article'),
    paged('facts', ordered(list, here().values.order), ERRORS ? errorItem : (fact) => factItem(fact))];
}

const heading = (...words) => el('h2', { tabindex: '-1' }, ...words);
const nothing = () => el('p', { class: 'nothing' }, 'Nothing matches. Take away a filter or a word of the search.');

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
    sorter('articles', 'order', { run: 'as in the run', most: 'most facts', newest: 'newest' }, 'run'),
    groups.length ? paged('articles', groups, item, 'page', el('ol', { class: 'list rows' })) : nothing(),
    !ERRORS && withoutFacts()];
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
  const groups = [...inGroups(list, (fact) => fact.person)];
  groups.sort((a, b) => Boolean(a[0].in) - Boolean(b[0].in) || (order === 'most' ? b[1].length - a[1].length : 0)
    || byText(a[0].name, b[0].name));
  const item = ([person, some]) => el('li', {}, el('h3', {}, el('a', { href: personPlace(person) }, person.name)),
    el('p', { class: 'meta' }, person.in ? `no name given · ${person.in}`
      : several(new Set(some.map((fact) => fact.in)).size, 'article')), el('p', { class: 'badges' }, counts(some)));
  return [heading('People and companies'), el('p', {}, 'By the fullest name in each article. The same name in several'
    + ' articles may be different people, and one person may stand here under several names.'),
  sorter('people', 'order', { name: 'by name', most: 'most facts' }, 'name'),
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
  const cases = [...inGroups(sorted, (fact) => (fact.case ? `${fact.in.place} ${fact.case}` : null))];
  return [heading(name), el('p', { class: 'badges' }, counts(person.facts)), warning(person, found),
    el('ul', { class: 'unknowns' }, unknowns(person.facts).map((words) => el('li', {}, words))),
    cases.length > 1 ? cases.map(([key, some]) => el('section', {},
      el('h3', { class: 'case' }, caseWords(key, some)), moments(some, 'h4')))
      : moments(sorted, 'h3')];
}

/** What a case is about: its offenses and its court, as far as they are told. */
function caseWords(key, list) {
  if (key === null) return 'Facts of no case';
  const told = (name) => [...new Set(list.map((fact) => fact[name]).filter(Boolean))].join(', ');
  const [{ case: number, in: article }] = list;
  return [`Case ${number} of ${titleOf(article)}`, told('offense'), told('court')].filter(Boolean).join(' · ');
}

function moments(list, level) {
  const look = { who: false, when: false, level: level === 'h3' ? 'h4' : 'h5' };
  return [...inGroups(list, (fact) => fact.date)].map(([date, some]) => el('section', { class: 'moment' },
    el(level, { class: 'time' }, date ? el('time', { datetime: date }, dateWords(date)) : 'Date unknown'),
    el('ol', { class: 'list' }, some.map((fact) => factItem(fact, look)))));
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
