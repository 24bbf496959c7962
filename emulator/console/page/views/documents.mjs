import { address, ask } from '../api.mjs'
import { button, chip, h } from '../dom.mjs'
import { go } from '../go.mjs'
import { t } from '../i18n.mjs'
import { cell, pretty } from '../json.mjs'
import { empty, openDialog } from '../states.mjs'
import { explain, indexes } from './explain.mjs'
import { queryForm, USUAL_SIZE } from './query.mjs'
import { transfer } from './transfer.mjs'

/** More columns are no table. */
const COLUMNS = 40

const idOf = ({ _id }) => (typeof _id === 'object' ? JSON.stringify(_id) : String(_id))
const open = (document) => openDialog(`${t('document')} ${idOf(document)}`, pretty(document))

function asTable(list) {
  const columns = [...new Set(['_id', ...list.flatMap(Object.keys)])].slice(0, COLUMNS)
  const others = columns.slice(1)
  const row = (document) =>
    h(
      'tr',
      { onclick: () => open(document) },
      h('th', { scope: 'row' }, button(idOf(document), undefined, { kind: 'link' })),
      ...others.map((name) => h('td', {}, cell(document[name]))),
    )
  return h(
    'div',
    { class: 'card scroll', 'data-sideways': '', tabindex: '0', role: 'region', 'aria-label': t('table') },
    h(
      'table',
      { class: 'grid' },
      h('thead', {}, h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, ...list.map(row)),
    ),
  )
}

const asJson = (list) =>
  h('div', { class: 'stack' }, ...list.map((each) => h('div', { class: 'card' }, pretty(each))))

function pager({ skip, limit, total, returned }, move) {
  const values = { from: skip + 1, to: skip + returned, total }
  const text = returned === 0 ? '' : t(total === undefined ? 'range' : 'range.of', values)
  const more = total === undefined ? returned === limit : skip + returned < total
  return h(
    'div',
    { class: 'pager' },
    button(t('previous'), () => move(Math.max(0, skip - limit)), {
      sign: 'previous',
      id: 'previous',
      disabled: skip === 0,
      'aria-label': t('previous'),
    }),
    h('span', { role: 'status' }, text),
    button(t('next'), () => move(skip + limit), {
      sign: 'next',
      kind: 'after',
      id: 'next',
      disabled: !more,
      'aria-label': t('next'),
    }),
  )
}

function views(view, choose) {
  const one = (name) =>
    button(t(name), () => choose(name), { id: `view-${name}`, 'aria-pressed': String(name === view) })
  return h('div', { class: 'switch', role: 'group', 'aria-label': t('view') }, one('table'), one('json'))
}

/** A collection's documents by filter, order and page, and how they were found. Where they are is in the address. */
export async function documents({ name, count, indexes: list }, query, signal, redraw) {
  const get = (key, otherwise = '') => query.get(key) ?? otherwise
  const asked = { filter: get('filter'), order: get('order'), limit: get('limit', USUAL_SIZE) }
  const [skip, view] = [Number(get('skip', '0')), get('view', 'table')]
  const path = encodeURIComponent(name)
  const to = (changes) => {
    const { limit, view: shown, ...others } = { ...asked, view, skip: skip || '', ...changes }
    // What is usual needs no saying.
    const said = { limit: limit === USUAL_SIZE ? '' : limit, view: shown === 'table' ? '' : shown }
    go(address(`#/collections/${path}`, { ...others, ...said }))
  }

  let found
  let wrong
  try {
    found = await ask(address(`/collections/${path}`, { ...asked, skip, explain: 1 }), { signal })
  } catch (error) {
    // A filter that is JSON but no query.
    if (!error.body) throw error
    wrong = error.message
  }
  const total = asked.filter === '' ? count : undefined
  const shown = found?.documents ?? []
  const [buttons, said] = transfer(name, redraw)
  return [
    h(
      'section',
      { class: 'card' },
      h(
        'div',
        { class: 'title' },
        h('h1', {}, name),
        chip('plain', undefined, t('documents', { n: count })),
        buttons,
      ),
      said,
      queryForm(asked, wrong, (next) => to({ ...next, skip: '' })),
    ),
    found && explain(found),
    found &&
      h(
        'div',
        { class: 'bar' },
        views(view, (chosen) => to({ view: chosen })),
        pager({ skip, limit: Number(asked.limit), total, returned: shown.length }, (next) =>
          to({ skip: next || '' }),
        ),
      ),
    found && shown.length === 0 && empty('data', t(count === 0 ? 'found.empty' : 'found.none')),
    shown.length > 0 && (view === 'json' ? asJson(shown) : asTable(shown)),
    indexes(list),
  ]
}
