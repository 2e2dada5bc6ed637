'use strict';
/* The page is built from the data below it with createElement and text nodes only: nothing of an article is ever
   parsed as markup. Places are `#view?name=value`, so that each view, article, record and person can be linked to.
   The files of this folder are one script, in the order of `report.SCRIPTS`. */

// ---------------------------------------------------------------- the data

const data = JSON.parse(document.getElementById('data').textContent);
const articles = data.articles.map((cells, place) => ({ ...named(data.articleColumns, cells), place, facts: [] }));
const unnamed = new Set(data.unnamed);
const people = new Map(); // key → { key, name, in, facts }
const ERRORS = data.mode === 'errors'; // each fact is a pair then: what gold has, and what was found
const facts = data.facts.map((cells) => {
  const fact = named(data.columns[cells[0]], cells);
  return ERRORS ? { ...(fact.found || fact.gold), ...fact } : fact;
});

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
  // the places of its words: in the page of errors each side may have its own
  fact.spans = (ERRORS ? [fact.gold, fact.found].filter(Boolean) : [fact]).map(({ start, end }) => [start, end]);
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

/** How many code points stand before a UTF-16 unit. */
const points = (text, unit) => [...text.slice(0, unit)].length;

const WIDEST = 100; // characters of a line in a text that somebody's program broke into lines

/** The text with a blank for each line end that only breaks a paragraph: where the next word had no room. */
function flowing(text) {
  const lines = text.split('\n');
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  if (width > WIDEST) return text;
  const broken = (line, next) => /^\S/.test(next) && line.trim()
    && line.trimEnd().length + 1 + next.split(/\s/, 1)[0].length > width * 0.9;
  return lines.reduce((whole, line, i) => whole + (broken(lines[i - 1], line) ? ' ' : '\n') + line);
}
