// ---------------------------------------------------------------- deciding over a record

const decisionBadge = (state) => state !== 'open' && el('span', { class: `badge is-${state}` }, DECISIONS[state]);

/** What was decided for a record, by whom, and what to do about it. */
function reviewBox(fact) {
  const entry = decisionOf(fact.in, fact.id);
  const others = filedOf(fact.in, fact.id).filter((one) => one !== entry);
  const note = el('textarea', { id: `note-${fact.number}`, rows: '1' });
  note.value = entry?.note || '';
  note.addEventListener('change', () => { setNote(fact, note.value.trim()); showProgress(); });
  const act = (words, letter, run) => button([words, key(letter)], run);
  const correct = act('Correct', 'c', () => startEditing(fact));
  const buttons = fact.missed ? [correct, button('Take out', () => withdraw(fact))]
    : [act('Right', 'r', () => settle(fact, 'right')), act('Wrong', 'w', () => settle(fact, 'wrong')),
      act('Unsure', 'u', () => settle(fact, 'unsure')), correct];
  return el('div', { class: 'review' }, entry && told(fact, entry), others.map((one) => told(fact, one)),
    el('div', { class: 'buttons', role: 'group', 'aria-label': 'Decide' }, buttons),
    el('label', { for: `note-${fact.number}` }, 'Note'), note);
}

/** One decision in words, and what it was for where the record has changed since. */
function told(fact, { decision, record, was, note, by, at }) {
  const now = goldOf(fact);
  const changes = decision === 'corrected' ? differing(was, record) : [];
  const since = fact.missed ? [] : differing(was, now);
  return el('div', { class: 'told' }, el('p', {}, el('strong', {}, DECISIONS[decision] || plain(decision)),
    ` by ${by || 'you'}, ${at.slice(0, 10)}`, note && `: ${note}`),
  since.length > 0 && el('p', {}, `Was decided for: ${was.defendant}: ${statement(shaped(was))} (differs: ${
    since.map((name) => lower(LABELS[name] || name)).join(', ')})`),
  changes.length > 0 && el('ul', {}, changes.map((name) => el('li', {}, `${LABELS[name] || 'Words'}: `,
    el('s', {}, valueWords(was, name) || 'none'), ' → ', el('ins', {}, valueWords(record, name) || 'none')))));
}

const shaped = (record) => ({ ...record, open: record.type === 'sentence' && record.status !== 'imposed' });

/** Decide, and go on to the next. */
function settle(fact, decision) {
  decide(fact, decision);
  refresh(fact);
  say(DECISIONS[decision]);
  step(1);
}

/** Show a record anew where it stands. */
function refresh(fact) {
  byId(`record-${fact.number}`)?.replaceWith(record(fact));
  if (open.fact?.id === fact.id) choose(fact, []);
  showProgress();
}

/** Show the open article anew with a record of it chosen. */
function redraw(id) {
  const { article, queue, list } = open;
  const parts = oneArticle(article, id, queue ? list : recordsOf(article), queue);
  byId('main').replaceChildren(...parts.flat(Infinity).filter(Boolean));
  showProgress();
  queueMicrotask(() => open.fact && byId(`record-${open.fact.number}`).focus({ preventScroll: true }));
}

function withdraw(fact) {
  keep(fact.in, fact.id, { decision: 'withdrawn', record: goldOf(fact), was: goldOf(fact) });
  redraw(null);
  say('Taken out');
}

function takeBack() {
  const last = undo();
  if (!last) return say('Nothing to undo');
  const [article, id] = last;
  if (open.article === article) redraw(id);
  else {
    const { article: name } = article;
    history.replaceState(null, '', open.queue ? queuePlace(article, id) : place('article', { name, fact: id }));
    render();
  }
  return queueMicrotask(() => say('Undone'));
}

function former(article) {
  const list = formerOf(article);
  if (!list.length) return null;
  return el('details', {}, el('summary', {}, `Decided before, not in this run any more: ${list.length}`),
    el('ul', { class: 'months' }, list.map(([, entry]) => el('li', {}, `${DECISIONS[entry.decision]}: ${
      entry.record.defendant}: ${statement(shaped(entry.record))}`))));
}

// ---------------------------------------------------------------- correcting and adding

const CHOICES = {
  type: TYPES, action: { charged: 'charged', indicted: 'indicted' }, plea: { not_guilty: 'not guilty' },
  outcome: OUTCOMES, method: METHODS, prejudice: { with: 'with', without: 'without' }, kind: KINDS, status: STATUSES,
  parole: { without: 'without' },
};
const NEEDED = ['type', 'defendant', 'action', 'outcome', 'kind', 'status'];
const DURATION = 'P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?)?';
const FORMS = {
  date: { pattern: '\\d{4}(-\\d\\d(-\\d\\d)?)?', title: '2024, 2024-07 or 2024-07-12' },
  duration: { pattern: DURATION, title: 'P18M, P2Y6M, P90D, PT200H' },
  min_duration: { pattern: DURATION, title: 'P18M, P2Y6M, P90D, PT200H' },
  currency: { pattern: '[A-Z]{3}', title: 'USD' },
  counts: { type: 'number', min: '1', step: '1' }, amount: { type: 'number', min: '0', step: 'any' },
};

const key = (words) => el('kbd', { 'aria-hidden': 'true' }, words);

const isDay = (date) => {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
};

/** A form for a record; `save` takes what it says, `leave` is for who gives up. */
function editor(start, title, save, leave) {
  const form = el('form', { class: 'editor', 'aria-label': title, novalidate: true, autocomplete: 'off' });
  let values = { ...start };
  const input = (name) => byId(`edit-${name}`);
  const read = () => Object.fromEntries([...form.elements].filter((one) => one.name).map((one) => {
    if (one.type === 'checkbox') return [one.name, one.checked];
    const text = one.value.trim();
    return [one.name, !text ? null : one.type === 'number' ? Number(text) : text];
  }));
  const build = () => {
    const names = [...goldNames(values.type), 'optional'];
    form.replaceChildren(el('h4', {}, title), el('blockquote', {}, values.evidence),
      ...names.map((name) => editField(name, values[name], open.article)),
      el('p', { class: 'fault', role: 'alert' }),
      el('div', { class: 'buttons' }, el('button', { type: 'submit' }, 'Save ', key('Enter')),
        button(['Cancel ', key('Esc')], leave)));
    input('type').addEventListener('change', () => {
      values = { ...values, ...read() };
      build();
      input('type').focus();
    });
  };
  // the children of the form are found by id once it stands in the page
  form.start = () => { build(); (start.evidence && start.defendant ? input('defendant') : input('type')).focus(); };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const bad = faultOf(form);
    form.querySelector('.fault').textContent = bad ? bad[1] : '';
    if (bad) bad[0].focus();
    else save(goldOf({ ...values, ...read() }));
  });
  form.addEventListener('keydown', (event) => {
    const saves = event.key === 'Enter' && event.target.tagName !== 'BUTTON'; // in a list of choices, too
    if (!saves && event.key !== 'Escape') return;
    event.preventDefault();
    if (saves) form.requestSubmit(); else leave();
  });
  return form;
}

/** The first field with which a gold file would be refused, and why. */
function faultOf(form) {
  for (const field of form.elements) {
    const label = LABELS[field.name] || 'Type';
    if (field.required && !field.value.trim()) return [field, `${label}: this type needs it`];
    if (!field.name || field.type === 'checkbox') continue;
    if (!field.validity.valid) return [field, `${label}: write it as ${field.title || 'a number'}`];
    if (field.name === 'date' && field.value && !isDay(field.value)) return [field, 'Date: there is no such day'];
  }
  return null;
}

function editField(name, value, article) {
  const id = `edit-${name}`;
  const label = el('label', { for: id }, name === 'type' ? 'Type' : name === 'optional' ? 'Optional' : LABELS[name]);
  if (name === 'optional') {
    return el('div', { class: 'check' }, el('input', { id, name, type: 'checkbox', checked: value }), label);
  }
  if (CHOICES[name]) {
    const blank = (!NEEDED.includes(name) || !value) && el('option', { value: '' }, '');
    const box = el('select', { id, name, required: NEEDED.includes(name) }, blank,
      Object.entries(CHOICES[name])
        .map(([choice, words]) => el('option', { value: choice, selected: choice === value }, words)));
    return el('div', {}, label, box);
  }
  const known = [...new Set(article.facts.map((fact) => fact[name]).filter((one) => typeof one === 'string'))];
  const list = known.length > 0
    && el('datalist', { id: `${id}-known` }, known.map((one) => el('option', { value: one })));
  const box = el('input', { id, name, required: NEEDED.includes(name), list: list && `${id}-known`, ...FORMS[name] });
  box.value = value ?? '';
  return el('div', {}, label, box, list);
}

/** Correct a record; words that are marked in the text become those that state it. */
function startEditing(fact) {
  const now = decisionOf(fact.in, fact.id)?.record || goldOf(fact);
  const start = { ...now, ...(markedWords() || {}) };
  const item = byId(`record-${fact.number}`);
  const leave = () => { refresh(fact); byId(`record-${fact.number}`).focus({ preventScroll: true }); };
  const save = (record) => {
    if (fact.missed) keep(fact.in, fact.id, { ...decisionOf(fact.in, fact.id), record, was: record });
    else decide(fact, differing(goldOf(fact), record).length ? 'corrected' : 'right', record);
    if (fact.missed) redraw(fact.id);
    else { refresh(fact); step(1); }
  };
  const form = editor(start, `Correct record ${fact.number}`, save, leave);
  item.querySelector('.fields').replaceChildren(form);
  form.start();
  item.scrollIntoView({ block: 'nearest' });
}

/** Add a fact that was missed: with the words that are marked, or by marking some with the keys first. */
function startAdding() {
  const words = markedWords();
  if (!words) return startMarking();
  stopMarking();
  const { fact, article } = open;
  const start = {
    type: fact?.type || 'charge', defendant: fact?.defendant || article.facts[0].defendant, optional: false,
    action: 'charged', status: 'imposed', ...words };
  const leave = () => { byId('adding')?.remove(); (fact ? byId(`record-${fact.number}`) : byId('records')).focus(); };
  const form = editor(start, 'Add a missed fact', (record) => {
    const id = addMissed(article, record);
    redraw(id);
    say('Added');
  }, leave);
  byId('adding')?.remove();
  byId('records').after(el('div', { id: 'adding', class: 'record' }, form));
  form.start();
  return form.scrollIntoView({ block: 'nearest' });
}

function addButton() {
  const element = button(['Add a missed fact ', key('a')], startAdding, { id: 'add' });
  element.addEventListener('mousedown', (event) => event.preventDefault()); // what is marked stays so
  return element;
}

// ---------------------------------------------------------------- marking words

let marking = null; // { words, anchor, head }: places in the list of the text's words, while the keys mark

const body = () => document.querySelector('.body');

/** The marked words of the text as evidence, whole words without the marks around them, or nothing. */
function markedWords() {
  const box = body(), chosenWords = getSelection();
  if (!box || !chosenWords.rangeCount || chosenWords.isCollapsed) return null;
  const range = chosenWords.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return null;
  const lead = document.createRange();
  lead.selectNodeContents(box);
  lead.setEnd(range.startContainer, range.startOffset);
  const text = textOf(open.article);
  let start = String(lead).length, end = start + String(range).length;
  const isWord = (at) => /[\p{L}\p{N}]/u.test(text.charAt(at)) || /[\ud800-\udfff]/.test(text.charAt(at));
  while (start < end && /[\s,.;:!?”’)\]]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s,.;:!?“‘([]/.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return null;
  while (start > 0 && isWord(start) && isWord(start - 1)) start -= 1;
  while (end < text.length && isWord(end - 1) && isWord(end)) end += 1;
  return { evidence: text.slice(start, end), start: points(text, start), end: points(text, end) };
}

function startMarking() {
  const text = textOf(open.article);
  const words = [...text.matchAll(/\S+/g)].map((found) => [found.index, found.index + found[0].length]);
  if (!words.length) return;
  const from = open.fact ? units(text)(open.fact.spans[0][0]) : 0;
  const at = Math.max(0, words.findIndex(([, end]) => end > from));
  marking = { text, words, anchor: at, head: at };
  body().focus({ preventScroll: true });
  showMarking();
  say('Marking. Arrows move by word, up and down by sentence, with Shift they mark; Enter takes the words, Escape'
    + ' ends.');
  byId('now').textContent = 'Marking: ← → by word, ↑ ↓ by sentence, with Shift to mark; Enter takes them, Esc'
    + ' ends.';
}

function stopMarking() {
  if (!marking) return;
  marking = null;
  sayChosen(open.fact);
}

/** Where a UTF-16 unit of the text stands in the page. */
function pointOf(box, unit) {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let left = unit;
  while (walker.nextNode()) {
    if (left <= walker.currentNode.length) return [walker.currentNode, left];
    left -= walker.currentNode.length;
  }
  return [box, box.childNodes.length];
}

function showMarking() {
  const { words, anchor, head } = marking;
  const [first, last] = anchor < head ? [anchor, head] : [head, anchor];
  getSelection().setBaseAndExtent(...pointOf(body(), words[first][0]), ...pointOf(body(), words[last][1]));
  const { top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
  if (top < 100 || bottom > innerHeight - 40) scrollBy(0, (head < anchor ? top : bottom) - innerHeight / 2);
}

/** The place of the word at which the next sentence, or the one before, begins. */
function sentenceFrom(at, by) {
  const { text, words } = marking;
  const begins = (i) => i === 0 || /[.!?]["”’')]*$/.test(text.slice(...words[i - 1]))
    || /\n\s*\n/.test(text.slice(words[i - 1][1], words[i][0]));
  let i = at + by;
  while (i > 0 && i < words.length && !begins(i)) i += by;
  return i;
}

/** A key while words are marked; whether it was one for that. */
function markingKey(event) {
  const { words, head } = marking;
  const moves = {
    ArrowRight: () => head + 1, ArrowLeft: () => head - 1, ArrowUp: () => sentenceFrom(head, -1),
    // with Shift to the end of the sentence, and from there to that of the next
    ArrowDown: () => (event.shiftKey ? sentenceFrom(Math.min(head + 1, words.length - 1), 1) - 1
      : sentenceFrom(head, 1)),
  };
  if (event.key === 'Enter') startAdding();
  else if (event.key === 'Escape') { stopMarking(); getSelection().removeAllRanges(); byId('records').focus(); }
  else if (moves[event.key]) {
    marking.head = Math.min(Math.max(0, moves[event.key]()), words.length - 1);
    if (!event.shiftKey) marking.anchor = marking.head;
    showMarking();
  } else return false;
  return true;
}

// ---------------------------------------------------------------- keys

const SHORTCUTS = 'casefacts shortcuts';
const shortcuts = () => kept.get(SHORTCUTS) !== 'off';
const KEYS = {
  n: ['next', () => step(1)], j: [null, () => step(1)], p: ['previous', () => step(-1)], k: [null, () => step(-1)],
};
if (!ERRORS) {
  const settled = (decision) => () => open.fact && !open.fact.missed && settle(open.fact, decision);
  Object.assign(KEYS, {
    r: ['right', settled('right')], w: ['wrong', settled('wrong')], u: ['unsure', settled('unsure')],
    c: ['correct', () => open.fact && startEditing(open.fact)], a: ['add a missed fact', startAdding],
    m: ['note', () => open.fact && byId(`note-${open.fact.number}`).focus()], z: ['undo', takeBack],
  });
}

function keyHelp() {
  const box = el('input', { type: 'checkbox', id: 'shortcuts', checked: shortcuts() });
  box.addEventListener('change', () => kept.set(SHORTCUTS, box.checked ? null : 'off'));
  return el('details', { class: 'keys' }, el('summary', {}, 'Keys'),
    el('p', {}, Object.entries(KEYS).filter(([, [words]]) => words).flatMap(([key, [words]]) => [
      el('kbd', {}, key), ` ${words} `])),
    el('label', {}, box, ' Keys without Ctrl work'));
}

document.addEventListener('keydown', (event) => {
  if (!open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.id?.startsWith('note-') && event.key === 'Escape') byId(`record-${open.fact.number}`).focus();
  if (event.target.closest('input, select, textarea')) return;
  if (marking && markingKey(event)) { event.preventDefault(); return; }
  if (!shortcuts() || event.shiftKey || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key][1]();
});

// ---------------------------------------------------------------- progress and the gold file

/** A line above the article and in the view of the review: how many of all are decided. */
function showProgress() {
  const box = byId('progress');
  if (box) box.replaceChildren(...progressLine());
  const fact = open?.fact;
  if (fact && !marking) sayChosen(fact);
}

function progressLine() {
  const all = results(facts);
  return [`${grouped(all.decided)} of ${several(facts.length, 'record')} decided`,
    precision(all) && `, precision so far ${precision(all)}`].filter(Boolean);
}

function progressView(list) {
  const name = el('input', { id: 'reviewer', autocomplete: 'off', maxlength: '80' });
  name.value = reviewer();
  name.addEventListener('input', () => kept.set(REVIEWER, name.value.trim() || null));
  const added = articles.reduce((sum, article) => sum + missedOf(article).length, 0);
  return [heading('Review'), el('p', { id: 'progress' }, progressLine()),
    added > 0 && el('p', {}, `${several(added, 'missed fact')} added.`),
    !keeping && el('p', { class: 'caution' },
      'This browser does not keep what you decide: download it before you close the page.'),
    el('p', {}, 'Decisions stay in this browser until you download them. A corrected record counts as right where only'
      + ' other fields than its core (who, of what, which outcome or penalty) were mended; the interval is of 95 %.'),
    el('div', { class: 'buttons' },
      list.length > 0 && el('a', { class: 'button', href: queuePlace() }, `Review ${several(list.length, 'record')}`),
      el('label', { for: 'reviewer' }, 'Reviewer'), name,
      button('Download the gold file', downloadGold, { id: 'download' }),
      button('Undo the last decision', () => { undo(); render(); })),
    el('p', { id: 'asked', role: 'alert' }), sorter('progress', 'order', ORDER_WORDS, 'article'),
    progressTable('By way of finding the person', (fact) => fact.linked_by || '',
      (value) => WAYS[value] || 'not known'),
    progressTable('By rule', (fact) => fact.rule || ''), progressTable('By article', (fact) => fact.in, titleOf)];
}

const COUNTED = ['right', 'corrected', 'wrong', 'unsure'];
const GROUPS = 200; // the largest of a table

/** Decisions by groups of facts, the largest first. */
function progressTable(title, groupOf, words = plain) {
  const head = ['Decided', 'Open', ...COUNTED.map((state) => DECISIONS[state]), 'Precision so far'];
  const groups = [...inGroups(facts, groupOf)].sort((a, b) => b[1].length - a[1].length).slice(0, GROUPS);
  return el('section', {}, el('h3', {}, title),
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title }, el('table', {},
      el('thead', {}, el('tr', {}, el('td'), head.map((one) => el('th', { scope: 'col' }, one)))),
      el('tbody', {}, groups.map(([value, some]) => {
        const found = results(some);
        const numbers = [found.decided, some.length - found.decided, ...COUNTED.map((state) => found[state] || 0)];
        return el('tr', {}, el('th', { scope: 'row' }, words(value)),
          numbers.map((number) => el('td', { class: 'number' }, grouped(number))),
          el('td', { class: 'number' }, precision(found)));
      })))));
}

function downloadGold() {
  if (!reviewer()) {
    byId('asked').textContent = 'Who decided? Give your name or initials first.';
    byId('reviewer').focus();
    return;
  }
  const lines = goldLines();
  byId('asked').textContent = lines.length ? `${several(lines.length, 'article')} in the file`
    : 'Nothing is decided yet';
  if (lines.length) offer('review.jsonl', lines, 'application/jsonl');
}
