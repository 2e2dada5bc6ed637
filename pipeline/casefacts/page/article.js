// ---------------------------------------------------------------- one article

let open = null; // the article on the screen, the record chosen in it, and the list that the keys step through
let line = { key: null, list: [] }; // the queue, as it was when it began: what is decided does not leave it

const recordsOf = (article) => [...article.facts, ...(ERRORS ? [] : missedOf(article))]
  .sort((a, b) => a.spans[0][0] - b.spans[0][0] || a.spans[0][1] - b.spans[0][1]);

function articleView() {
  const { name = '', fact: id } = here().values;
  const article = articles.find((one) => one.article === name);
  if (!article || !article.facts.length) return missing('article', name);
  return oneArticle(article, id, recordsOf(article), false);
}

/** The queue over the filtered records of all articles. */
function reviewView(list) {
  const { order, name, fact: id } = here().values;
  const key = place('review', { ...filters, order });
  if (line.key !== key) line = { key, list: ordered(list, order) };
  if (!line.list.length) return [heading('Review'), nothing()];
  const at = line.list.find((fact) => fact.id === id && fact.in.article === name)
    || line.list.find((fact) => !isDecided(fact)) || line.list[0];
  return oneArticle(at.in, at.id, line.list, true);
}

function oneArticle(article, id, list, queue) {
  open = { article, fact: null, list, queue };
  const meta = [
    article.title && article.article,
    article.published ? `published ${dateWords(article.published)}` : 'publication date unknown',
    article.words !== null && several(article.words, 'word'),
  ];
  const records = recordsOf(article);
  queueMicrotask(() => choose(records.find((fact) => fact.id === id), id ? ['words', 'record'] : [], queue));
  const items = ERRORS ? 'pair' : 'record';
  return [
    el('div', { class: 'title' }, heading(titleOf(article)),
      el('p', { class: 'meta' }, meta.filter(Boolean).join(' · '))),
    stepper(),
    el('div', { class: 'sides' },
      el('section', { class: 'text', 'aria-labelledby': 'words' }, el('h3', { id: 'words' }, 'Text'), legend(records),
        markedText(article, records)),
      el('section', { class: 'records', 'aria-labelledby': 'records' },
        el('h3', { id: 'records', tabindex: '-1' }, several(article.facts.length, items)), !ERRORS && addButton(),
        el('ol', {}, records.map(record)), !ERRORS && former(article))),
  ];
}

function button(words, act, attributes = {}) {
  const element = el('button', { type: 'button', ...attributes }, words);
  element.addEventListener('click', act);
  return element;
}

function stepper() {
  const now = el('a', { id: 'now' });
  now.addEventListener('click', (event) => {
    event.preventDefault();
    if (open.fact) choose(open.fact, ['record'], true);
  });
  return el('div', { class: 'stepper', role: 'group', 'aria-label': 'Step through the records' },
    button('‹ Previous', () => step(-1), { id: 'previous' }), button('Next ›', () => step(1), { id: 'next' }), now,
    open.queue && el('a', { href: place('facts', filters) }, 'Leave the queue'), keyHelp());
}

function legend(records) {
  if (ERRORS) {
    const there = new Set(records.map((fact) => fact.judged));
    return el('p', { class: 'legend' }, Object.entries(JUDGED).filter(([name]) => there.has(name))
      .map(([name, words]) => el('span', { class: `mark is-${name}` }, words)));
  }
  return el('p', { class: 'legend' },
    Object.entries(TYPES).map(([type, words]) => el('span', { class: `mark ${type}` }, words)),
    el('span', { class: 'mark sentence open' }, 'Penalty not imposed'));
}

/** The text with the words of each record marked; where they overlap, a piece belongs to several records. */
function markedText(article, records) {
  const text = textOf(article);
  const shown = flowing(text);
  const spans = records.flatMap((fact) => fact.spans.map(([start, end]) => ({ fact, start, end })));
  const borders = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const unit = units(text);
  const box = el('div', { class: `body${shown === text ? '' : ' flows'}`, lang: 'en', tabindex: '-1' });
  let from = 0, before = 0;
  if (!text) box.append('The text of this article was not kept.');
  for (const border of [...borders, Infinity]) {
    const to = border === Infinity ? text.length : unit(border);
    const some = spans.filter(({ start, end }) => start <= before && end >= border);
    const words = shown.slice(from, to);
    if (words) box.append(some.length ? markedPiece(words, some, before) : words);
    [from, before] = [to, border];
  }
  return box;
}

/** Whether a click asks for another tab or window. */
const elsewhere = (event) => event.ctrlKey || event.metaKey || event.shiftKey;

function markClasses(some) {
  if (ERRORS) return [`is-${Object.keys(JUDGED).find((name) => some.some((fact) => fact.judged === name))}`];
  const kinds = new Set(some.flatMap((fact) => (fact.open ? [fact.type, 'open'] : [fact.type])));
  if (some.some((fact) => fact.type === 'sentence' && !fact.open)) kinds.delete('open');
  return [...kinds];
}

/** Numbers as few words: "2–29, 31". */
function runs(numbers) {
  const groups = [];
  for (const number of numbers) {
    const last = groups.at(-1);
    if (last && last[1] + 1 === number) last[1] = number; else groups.push([number, number]);
  }
  return groups.map(([from, to]) => (from === to ? from : `${from}${to - from > 1 ? '–' : ', '}${to}`)).join(', ');
}

function markedPiece(words, spans, start) {
  const shortest = [...spans].sort((a, b) => (a.end - a.start) - (b.end - b.start));
  const some = [...new Set(shortest.map(({ fact }) => fact))];
  const begin = [...new Set(spans.filter((span) => span.start === start).map(({ fact }) => fact.number))]
    .sort((a, b) => a - b);
  const piece = el('a', {
    class: `mark ${markClasses(some).join(' ')}`, href: factPlace(some[0]),
    'data-of': spans.map(({ fact }) => fact.number).filter((number, i, all) => all.indexOf(number) === i).join(' '),
    'data-begin': begin.length ? runs(begin) : null,
    title: some.map((fact) => `${fact.number}. ${fact.defendant}: ${statement(fact)}`).join('\n'),
  }, words);
  piece.addEventListener('click', (event) => {
    if (elsewhere(event)) return;
    event.preventDefault();
    if (String(getSelection())) return; // somebody marks words
    // another click on the same words goes on to the next record that they belong to
    const now = some.indexOf(open.fact);
    choose(some[(now + 1) % some.length], ['record'], true);
  });
  return piece;
}

function record(fact) {
  const link = el('a', { href: factPlace(fact), class: 'statement' }, `${fact.defendant}: ${statement(fact)}`);
  const state = ERRORS ? fact.judged : stateOf(fact);
  const item = el('li', {
    class: `record ${ERRORS ? `is-${fact.judged}` : fact.type}${fact.open && !ERRORS ? ' open' : ''}`,
    id: `record-${fact.number}`, tabindex: '-1',
  }, el('div', { class: 'top' }, el('span', { class: 'place' }, `${fact.number}.`), badge(fact),
    ERRORS ? el('span', { class: `badge is-${state}` }, JUDGED[state]) : decisionBadge(state)), el('h4', {}, link),
  el('p', { class: 'meta' }, fact.date ? dateWords(fact.date) : 'date unknown', ' · said by ',
    fact.attributed_to || 'the article itself'),
  el('div', { class: 'fields' },
    ERRORS ? pairFields(fact) : [quote(fact), reviewBox(fact), fields(fact)], copiers(fact)));
  item.addEventListener('click', (event) => {
    const control = event.target.closest('a, button, input, select, textarea, label');
    if (elsewhere(event) || (control && control !== link)) return;
    if (String(getSelection())) return; // somebody copies words of the record
    event.preventDefault();
    choose(fact, ['words'], event.target === link);
  });
  return item;
}

/** The words that state a fact, within their sentence where the record has it. */
function quote(fact) {
  const { evidence, context } = fact;
  const at = context ? context.indexOf(evidence) : -1;
  if (at < 0) return el('blockquote', {}, evidence);
  return el('blockquote', {}, el('span', { class: 'context' }, context.slice(0, at)), evidence,
    el('span', { class: 'context' }, context.slice(at + evidence.length)));
}

/** All that a record has, and the names of what it has not. */
function fields(fact) {
  const inferred = (fact.inferred || '').split(' ').filter(Boolean);
  const known = fact.missed ? goldNames(fact.type) : data.columns[fact.type];
  const names = [...known.filter((name) => name in LABELS && !['id', 'inferred', 'type'].includes(name)), 'id'];
  const blank = names.filter((name) => fact[name] === null && name !== 'attributed_to');
  const stated = names.filter((name) => !blank.includes(name));
  return [
    el('dl', {}, stated.map((name) => [el('dt', {}, LABELS[name]), el('dd', {}, fieldValue(fact, name),
      inferred.includes(name) && el('span', { class: 'meta' }, ' (from elsewhere in the article)'))]),
    el('dt', {}, 'Words'), el('dd', {}, `${fact.start} to ${fact.end}`)),
    blank.length > 0 && el('p', { class: 'meta' },
      `Not stated: ${blank.map((name) => lower(LABELS[name])).join(', ')}`)];
}

function fieldValue(fact, name) {
  const value = fact[name];
  if (name === 'attributed_to') return value || 'the article itself';
  if (name === 'defendant' && fact.person) return el('a', { href: personPlace(fact.person) }, value);
  if (name === 'status' && fact.open) return OPEN[value] || plain(value);
  return valueWords(fact, name);
}

/** A value as it is read; null is none. */
function valueWords(fact, name) {
  const value = fact[name];
  if (value === null || value === undefined) return '';
  if (name === 'date') return `${dateWords(value)} (${value})`;
  if (name === 'duration' || name === 'min_duration') return `${durationWords(value)} (${value})`;
  if (name === 'amount') return money(fact);
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
  const at = open.queue ? queuePlace(fact.in, fact.id) : factPlace(fact);
  if (location.hash !== at) history.replaceState(history.state, '', at);
  const narrow = getComputedStyle(document.querySelector('.sides')).gridTemplateColumns.split(' ').length === 1;
  // in one column there is room for one of the two only
  for (const what of narrow ? show.slice(0, 1) : ['words', 'record']) {
    const target = what === 'words' ? marks[0] : item;
    target?.scrollIntoView({ block: show.includes(what) ? 'center' : 'nearest' });
  }
  if (focus) (show.length === 1 && show[0] === 'words' ? marks[0] : item)?.focus({ preventScroll: true });
}

function sayChosen(fact) {
  const all = open.list.length;
  const at = open.list.findIndex((one) => one.id === fact?.id && one.in === fact.in) + 1;
  const decided = (ERRORS || !open.queue ? '' : `, ${grouped(open.list.filter(isDecided).length)} decided`)
    + (keeping ? '' : ' (NOT KEPT in this browser: download it)');
  byId('now').textContent = fact ? `${at ? `${grouped(at)} of ${grouped(all)}${decided}: ` : ''}${fact.defendant}: ${
    statement(fact)}` : 'No record chosen yet';
  byId('now').href = fact ? factPlace(fact) : articlePlace(open.article);
}

/** To the next or the one before, where there is one. */
function step(by) {
  const { list, fact } = open;
  const now = fact ? list.findIndex((one) => one.id === fact.id && one.in === fact.in) : by > 0 ? -1 : list.length;
  const to = list[now + by];
  if (!to) {
    const end = `${by > 0 ? 'The last' : 'The first'} of ${grouped(list.length)}`;
    say(end);
    byId('now').textContent = `${end}${open.queue ? `, ${grouped(list.filter(isDecided).length)} decided` : ''}.`;
    if (fact) byId(`record-${fact.number}`).focus({ preventScroll: true });
    return;
  }
  if (to.in === open.article) choose(to, ['words', 'record'], true);
  else {
    history.replaceState(null, '', queuePlace(to.in, to.id));
    render();
  }
  queueMicrotask(() => say(byId('now').textContent));
}

const say = (words) => { byId('said').textContent = words; };
