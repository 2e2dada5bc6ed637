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
  case: 'Case', defendant: 'Defendant', linked_by: 'Found by', offense: 'Offense', offense_code: 'NIBRS code',
  counts: 'Counts', action: 'Action', plea: 'Plea', outcome: 'Outcome', method: 'Method', prejudice: 'Prejudice',
  kind: 'Penalty', status: 'Status', duration: 'Duration', min_duration: 'At least', months: 'In months',
  parole: 'Parole', amount: 'Amount', currency: 'Currency', date: 'Date', court: 'Court', judge: 'Judge',
  attributed_to: 'Said by', inferred: 'From elsewhere', rule: 'Rule', id: 'Record id',
};
// how a defendant was found, the surest first
const WAYS = {
  name: 'name', surname: 'surname', stated: 'stated', list: 'list', noun: 'noun', lead: 'lead', group: 'group',
  pronoun: 'pronoun', phrase: 'nobody is named',
};
const DECISIONS = {
  open: 'Open', right: 'Right', corrected: 'Corrected', wrong: 'Wrong', unsure: 'Unsure', added: 'Missed, added',
  changed: 'Changed since', differ: 'Reviewers differ',
};
// what an error is, the worst first
const JUDGED = {
  person: 'Wrong person', fact: 'Wrong fact', missed: 'Missed', field: 'Wrong field', right: 'Right',
  free: 'Neither demanded nor punished',
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
