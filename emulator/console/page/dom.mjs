const SVG = 'http://www.w3.org/2000/svg'

const real = (children) =>
  children.flat().filter((child) => child !== undefined && child !== null && child !== false)

/** An element. Children that are text stay text: nothing of what is shown is ever read as markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...real(children))
  return element
}

/** Gives an element other children. */
export function fill(element, ...children) {
  element.replaceChildren(...real(children))
  return element
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg')
  const use = document.createElementNS(SVG, 'use')
  use.setAttribute('href', `icons.svg#${name}`)
  svg.setAttribute('aria-hidden', 'true')
  svg.append(use)
  return svg
}

/** A status: sign, word and colour; kinds are done, news, waiting, urgent, plain. */
export const chip = (kind, sign, text) => h('span', { class: `chip ${kind}` }, sign && icon(sign), text)

export const button = (text, onclick, { kind, sign, ...attributes } = {}) =>
  h(
    'button',
    { type: 'button', class: kind, onclick, ...attributes },
    sign && icon(sign),
    text && h('span', { class: 'label' }, text),
  )

export const field = (label, control, { hint, wide } = {}) =>
  h(
    'label',
    { class: wide ? 'field wide' : 'field' },
    h('span', {}, label),
    control,
    hint && h('small', {}, hint),
  )

export const option = (value, text, chosen) => h('option', { value, selected: value === chosen }, text)

/** What a text box may be filled with. */
export const suggestions = (id, values) =>
  h('datalist', { id }, ...[...new Set(values)].map((value) => h('option', { value })))

/** Names and what they are. */
export const facts = (pairs) =>
  h(
    'dl',
    { class: 'facts' },
    ...pairs
      .filter(Boolean)
      .map(([name, ...value]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...value))),
  )

/** A table; `cells` are elements or texts. On a narrow screen each row is a card, its cells named by the heads. */
export function table(heads, rows, { className = '', label } = {}) {
  const body = rows.map((cells) =>
    h('tr', {}, ...cells.map((cell, place) => h('td', { 'data-head': heads[place] }, cell))),
  )
  const head = h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))
  return h('table', { class: className, 'aria-label': label }, h('thead', {}, head), h('tbody', {}, ...body))
}
