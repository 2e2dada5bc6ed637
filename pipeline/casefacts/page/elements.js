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
