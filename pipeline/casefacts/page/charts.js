// ---------------------------------------------------------------- charts

/** Bars with their numbers, each a link that filters; `rows` are [words, filter values, facts]. */
function bars(title, rows, layout = '', note = null) {
  const most = Math.max(1, ...rows.map(([, , list]) => list.length));
  return el('section', { class: `chart ${layout}` }, el('h3', {}, title), note && el('p', { class: 'meta' }, note),
    el('ul', { class: 'bars' }, rows.map(([words, values, list, type]) => {
      const open = ERRORS ? 0 : list.filter((fact) => fact.open).length;
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

const WIDEST_SPAN = { month: 48, year: 120 }; // columns that can be told from each other
const UNIT_LENGTH = { decade: 3, year: 4, month: 7 };

/** Facts by month, year or decade, whichever shows all of them; a column opens what is in it. */
function timeline(list) {
  const { by = 'event', zoom = '' } = here().values;
  const dateOf = by === 'published' ? (fact) => fact.in.published : (fact) => fact.date;
  const dated = list.filter((fact) => (dateOf(fact) || '').startsWith(zoom) && dateOf(fact));
  const unit = unitOf(dated.map(dateOf), zoom);
  const groups = inGroups(dated.filter((fact) => dateOf(fact).length >= UNIT_LENGTH[unit]),
    (fact) => dateOf(fact).slice(0, UNIT_LENGTH[unit]));
  const section = el('section', { class: 'chart wide' }, el('h3', {}, `Facts by ${unit}`),
    sorter('overview', 'by', { event: 'of the event', published: 'of publication' }, 'event', 'Date'),
    zoom && el('p', {}, el('a', { href: place('overview', { ...here().values, zoom: '' }) }, 'All years'),
      ` › ${periodWords(zoom)}`));
  if (groups.size) section.append(...timeColumns(groups, unit, (period) => periodPlace(period, unit, by)));
  section.append(undrawn(list, dated, groups, dateOf, by));
  return section;
}

/** The shortest unit in which the columns of all dates have room. */
function unitOf(dates, zoom) {
  if (zoom.length >= 4) return 'month';
  const years = dates.map((date) => Number(date.slice(0, 4)));
  const span = years.length ? Math.max(...years) - Math.min(...years) + 1 : 1;
  if (12 * span <= WIDEST_SPAN.month && dates.every((date) => date.length >= 7)) return 'month';
  return span <= WIDEST_SPAN.year || zoom ? 'year' : 'decade';
}

const periodWords = (period) => (period.length === 3 ? `${period}0s` : dateWords(period));

function periodPlace(period, unit, by) {
  if (unit !== 'month') return place('overview', { ...here().values, zoom: period });
  return place('facts', { ...filters, from: period, to: period, when: by === 'published' ? 'published' : '' });
}

/** What the columns leave out, so that their sum cannot mislead. */
function undrawn(list, dated, groups, dateOf, by) {
  const drawn = [...groups.values()].reduce((sum, some) => sum + some.length, 0);
  const without = list.filter((fact) => !dateOf(fact)).length;
  const unknown = by === 'published' ? `${several(without, 'fact')} of articles without a date`
    : el('a', { href: place('facts', { ...filters, when: 'unknown' }) }, `${several(without, 'fact')} without a date`);
  const vague = dated.length - drawn;
  const rest = [vague && `${several(vague, 'fact')} with a year only`, without && unknown];
  const words = rest.filter(Boolean).flatMap((part, i) => (i ? ['; ', part] : [part]));
  return words.length ? el('p', { class: 'meta' }, 'Not drawn: ', words, '.') : '';
}

function timeColumns(groups, unit, link) {
  const known = [...groups.keys()].sort();
  const number = (period) => (unit === 'month' ? 12 * Number(period.slice(0, 4)) + Number(period.slice(5)) - 1
    : Number(period));
  // months are drawn in whole years
  const first = unit === 'month' ? 12 * Number(known[0].slice(0, 4)) : number(known[0]);
  const last = unit === 'month' ? 12 * Number(known.at(-1).slice(0, 4)) + 11 : number(known.at(-1));
  const most = Math.max(...known.map((period) => groups.get(period).length));
  const places = known.map((period) => [period, number(period) - first]);
  const ends = unit === 'month' ? known.map((period) => period.slice(0, 4)) : known.map(periodWords);
  return [
    el('p', { class: 'meta' }, `The tallest column is ${several(most, 'fact')}.`),
    el('div', { class: 'plot' }, columns(groups, places, last - first + 1, most, link),
      el('p', { class: 'ends', 'aria-hidden': 'true' }, [...new Set([ends[0], ends.at(-1)])]
        .map((end) => el('span', {}, end)))),
    el('details', {}, el('summary', {}, `All ${several(known.length, unit)} as a list`),
      el('ul', { class: 'months' }, [...known].reverse().map((period) => el('li', {},
        el('a', { href: link(period) }, periodWords(period)), `: ${grouped(groups.get(period).length)}`)))),
  ];
}

function columns(groups, places, number, most, link) {
  const width = 100 / number, height = 120;
  const chart = svg('svg', { 'aria-hidden': 'true', width: '100%', height: String(height) });
  for (const [period, at] of places) {
    let top = height;
    const column = svg('g', { class: 'column' },
      svg('title', {}, `${periodWords(period)}: ${grouped(groups.get(period).length)}`),
      svg('rect', { class: 'ground', x: `${at * width}%`, width: `${width}%`, y: '0', height: String(height) }));
    for (const type of [...Object.keys(TYPES), 'open']) {
      const tall = ((height - 4) * groups.get(period).filter((fact) => layer(fact) === type).length) / most;
      if (!tall) continue;
      top -= tall;
      column.append(svg('rect', {
        class: type === 'open' ? 'hatched' : type, x: `${(at + 0.12) * width}%`, width: `${0.76 * width}%`,
        y: top.toFixed(2), height: tall.toFixed(2),
      }));
    }
    column.addEventListener('click', () => { location.hash = link(period); });
    chart.append(column);
  }
  return chart;
}
