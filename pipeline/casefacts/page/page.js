// ---------------------------------------------------------------- the page

let printing = false; // all of a list is on the page then

function render() {
  const { view, values } = here();
  const known = Object.hasOwn(VIEWS, view) ? view : 'overview';
  const isList = known in LISTS, sifts = isList || known === 'review';
  if (sifts) {
    filters = Object.fromEntries([...NAMES, ...FACET_NAMES].filter((name) => values[name]?.length)
      .map((name) => [name, values[name]]));
  }
  const list = sifts ? chosen() : [];
  byId('filters').hidden = byId('count').hidden = !isList;
  if (isList) {
    showFilters();
    byId('count').textContent = summary(list);
  }
  const current = known === 'review' ? 'progress' : known;
  byId('views').replaceChildren(el('ul', {}, Object.entries(LISTS).map(([name, words]) => el('li', {},
    el('a', { href: place(name, filters), 'aria-current': name === current && 'page' }, words)))));
  open = null;
  marking = null;
  say('');
  byId('main').replaceChildren(...VIEWS[known](list).flat(Infinity).filter(Boolean));
  byId('to-records').hidden = !byId('records');
  document.title = `${document.querySelector('#main h2').textContent} · casefacts ${ERRORS ? 'errors' : 'report'}`;
}

function summary(list) {
  const all = several(facts.length, ERRORS ? 'pair' : 'fact');
  const some = list.length === facts.length ? all : `${grouped(list.length)} of ${all}`;
  return `${some} in ${several(new Set(list.map((fact) => fact.article)).size, 'article')}, of `
    + several(new Set(list.map((fact) => fact.person)).size, 'defendant');
}

/** A new place by a link: its heading takes the keyboard and the screen reader there. */
function arrive() {
  render();
  if (here().values.fact) return;
  if (history.state?.scroll !== undefined) { scrollTo(0, history.state.scroll); return; }
  scrollTo(0, here().values.page || here().values.rest ? byId('main').offsetTop : 0);
  document.querySelector('#main h2').focus({ preventScroll: true });
}

for (const [id, target] of [['to-main', 'main'], ['to-records', 'records']]) {
  byId(id).addEventListener('click', (event) => {
    event.preventDefault();
    byId(target).focus();
    byId(target).scrollIntoView();
  });
}
history.scrollRestoration = 'manual';
let resting;
addEventListener('scroll', () => {
  clearTimeout(resting);
  resting = setTimeout(() => history.replaceState({ scroll: scrollY }, ''), 100);
});
addEventListener('hashchange', () => { clearTimeout(resting); arrive(); });
for (const [name, now] of [['beforeprint', true], ['afterprint', false]]) {
  addEventListener(name, () => {
    printing = now;
    if (here().view in LISTS && here().view !== 'overview') render();
  });
}
if (ERRORS && !location.hash) history.replaceState(null, '', place('facts', { judged: WORTH_A_LOOK }));
buildFilters();
render();
if (history.state?.scroll) scrollTo(0, history.state.scroll);
document.documentElement.dataset.ready = 'yes';
