// ---------------------------------------------------------------- decisions

/* A decision is { decision, record, was, note, by, at }: the record as it should be, and as it was when it was decided.
   Those of this browser stand under a key for each article, those of `report --review` in the page; where the
   browser has none and the files agree, theirs counts. */

const OWN = {
  charge: ['counts', 'action', 'plea'], verdict: ['counts', 'outcome', 'method', 'prejudice'],
  sentence: ['kind', 'status', 'duration', 'min_duration', 'parole', 'amount', 'currency'],
};
// what a record must have right to count as correct (guidelines, section 6)
const CORE = {
  charge: ['type', 'defendant', 'offense'], verdict: ['type', 'defendant', 'outcome', 'offense'],
  sentence: ['type', 'defendant', 'kind', 'status', 'duration', 'amount'],
};
const REVIEWER = 'casefacts reviewer';
const goldNames = (type) => ['type', 'defendant', 'offense', ...OWN[type], 'date', 'court', 'judge', 'attributed_to'];

/** The fields that a gold file has of a record. */
function goldOf(record) {
  const names = [...goldNames(record.type), 'evidence', 'start', 'end'];
  const optional = record.optional ?? unnamed.has(record.defendant);
  return { ...Object.fromEntries(names.map((name) => [name, record[name] ?? null])), optional };
}

/** The fields in which two records differ, their places being one field. */
function differing(one, other) {
  const names = [...new Set([...goldNames(one.type), ...goldNames(other.type)])];
  const found = names.filter((name) => (one[name] ?? null) !== (other[name] ?? null));
  return one.start === other.start && one.end === other.end ? found : [...found, 'evidence'];
}

let keeping = true; // whether this browser keeps what is decided
const kept = {
  get(key) { try { return localStorage.getItem(key); } catch { keeping = false; return null; } },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value);
      keeping = true;
    } catch { keeping = false; }
  },
};

const keyOf = (article) => `casefacts ${article.sha256} ${article.article}`;
const ownOf = remembered((article) => {
  const text = kept.get(keyOf(article));
  try { return new Map(Object.entries(JSON.parse(text) || {}).map(([id, entry]) => [id, unpacked(entry, article)])); }
  catch { return new Map(); }
});

/** A decision in few characters, for a browser keeps some five million: without what the page can say itself. */
function packed({ record, was, ...entry }) {
  const filled = (object) => Object.fromEntries(Object.entries(object)
    .filter(([name, value]) => value !== null && name !== 'evidence'));
  const changed = was && (differing(was, record).length || was.optional !== record.optional);
  return { ...filled(entry), record: filled(record), ...(changed ? { was: filled(was) } : {}) };
}

function unpacked({ record, was, ...entry }, article) {
  const text = [...textOf(article)];
  const whole = (one) => goldOf({ ...one, evidence: text.slice(one.start, one.end).join('') });
  return { note: null, ...entry, record: whole(record), was: whole(was || record) };
}

const filed = new Map(); // article → id → decisions of files
for (const [at, entries] of data.reviews || []) {
  const article = articles[at];
  if (!filed.has(article)) filed.set(article, new Map());
  for (const entry of entries) {
    const all = filed.get(article);
    all.set(entry.id, [...(all.get(entry.id) || []), { ...entry, was: entry.was || entry.record }]);
  }
}

const filedOf = (article, id) => filed.get(article)?.get(id) || [];
const alike = (one, other) => one.decision === other.decision && !differing(one.record, other.record).length;

/** The decision that counts for a record, or none. */
function decisionOf(article, id) {
  const own = ownOf(article).get(id);
  if (own) return own;
  const [first, ...more] = filedOf(article, id);
  return first && more.every((one) => alike(first, one)) ? first : null;
}

function stateOf(fact) {
  const entry = decisionOf(fact.in, fact.id);
  if (!entry) return filedOf(fact.in, fact.id).length ? 'differ' : 'open';
  if (fact.missed) return 'added';
  return entry.decision !== 'open' && differing(entry.was, goldOf(fact)).length ? 'changed' : entry.decision;
}

const isDecided = (fact) => !['open', 'changed', 'differ'].includes(stateOf(fact));

/** All decisions that count in an article, by id, those of its missed and of its former records too. */
function decisionsOf(article) {
  const ids = new Set([...(filed.get(article)?.keys() || []), ...ownOf(article).keys()]);
  return new Map([...ids].map((id) => [id, decisionOf(article, id)]).filter(([, entry]) => entry));
}

/** The records that a person added to an article. */
function missedOf(article) {
  return [...decisionsOf(article)].filter(([, entry]) => entry.decision === 'added').map(([id, entry], i) => ({
    ...entry.record, id, in: article, number: `+${i + 1}`, missed: true,
    spans: [[entry.record.start, entry.record.end]],
    open: entry.record.type === 'sentence' && entry.record.status !== 'imposed',
  }));
}

/** What was decided for records that the run has no longer. */
function formerOf(article) {
  const now = new Set(article.facts.map((fact) => fact.id));
  return [...decisionsOf(article)]
    .filter(([id, entry]) => !now.has(id) && !['added', 'withdrawn'].includes(entry.decision));
}

const past = []; // what to undo: [article, id, the own decision before]

function write(article, id, entry) {
  const own = ownOf(article);
  if (entry) own.set(id, entry); else own.delete(id);
  const entries = [...own].map(([one, decided]) => [one, packed(decided)]);
  kept.set(keyOf(article), own.size ? JSON.stringify(Object.fromEntries(entries)) : null);
}

function keep(article, id, entry) {
  past.push([article, id, ownOf(article).get(id)]);
  write(article, id, { note: null, ...entry, by: reviewer(), at: new Date().toISOString() });
}

/** Take back the last decision; its article and id, or nothing. */
function undo() {
  const last = past.pop();
  if (last) write(...last);
  return last;
}

function decide(fact, decision, record = goldOf(fact)) {
  keep(fact.in, fact.id, { decision, record, was: goldOf(fact), note: decisionOf(fact.in, fact.id)?.note ?? null });
}

function addMissed(article, record) {
  const id = `m${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  keep(article, id, { decision: 'added', record, was: record });
  return id;
}

function setNote(fact, note) {
  const entry = decisionOf(fact.in, fact.id) || { decision: 'open', record: goldOf(fact), was: goldOf(fact) };
  if ((entry.note || '') !== note) keep(fact.in, fact.id, { ...entry, note: note || null });
}

const reviewer = () => kept.get(REVIEWER) || '';

// ---------------------------------------------------------------- the gold file

/** The lines of the gold file: each article in which something was decided. What nobody decided is optional there. */
function goldLines() {
  return articles.map(goldLine).filter(Boolean).map((line) => `${JSON.stringify(line)}\n`);
}

function goldLine(article) {
  const all = decisionsOf(article);
  const records = [], rejected = [];
  for (const [id, { decision, record, was, note, by, at }] of all) {
    if (decision === 'withdrawn') continue;
    const review = { decision, by: by || reviewer(), at, note };
    if (decision !== 'added' && differing(was, record).length) review.was = goldOf(was);
    const line = { ...goldOf(record), id, review };
    if (['unsure', 'open'].includes(decision)) line.optional = true;
    (decision === 'wrong' ? rejected : records).push(line);
  }
  if (!records.length && !rejected.length) return null;
  const left = article.facts.filter((fact) => !all.has(fact.id));
  records.push(...left.map((fact) => ({ ...goldOf(fact), id: fact.id, optional: true })));
  records.sort((a, b) => a.start - b.start || a.end - b.end);
  return { article: article.article, published: article.published, records, rejected };
}

// ---------------------------------------------------------------- how far, how well

/** Of facts: how many stand in which state, and how many count as correct or not. */
function results(list) {
  const found = { decided: 0, correct: 0, false: 0 };
  for (const fact of list) {
    const state = stateOf(fact);
    found[state] = (found[state] || 0) + 1;
    if (!isDecided(fact)) continue;
    found.decided += 1;
    if (state === 'right' || (state === 'corrected' && coreHolds(fact))) found.correct += 1;
    else if (state !== 'unsure') found.false += 1;
  }
  return found;
}

function coreHolds(fact) {
  const changes = differing(goldOf(fact), decisionOf(fact.in, fact.id).record);
  const added = fact.type === 'verdict' && !fact.offense; // a verdict without an offense agrees with any
  return !CORE[fact.type].some((name) => changes.includes(name) && !(added && name === 'offense'));
}

/** Precision with its 95 % interval (Wilson): "0.93 (0.79 to 0.98)". */
function precision({ correct, false: wrong }) {
  const n = correct + wrong, z = 1.96;
  if (!n) return '';
  const share = correct / n, middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const [low, high] = [middle - half, middle + half].map((end) => end / (1 + (z * z) / n));
  return `${share.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
