import { button, field, h, option } from '../dom.mjs'
import { t } from '../i18n.mjs'

const SIZES = ['20', '50', '200']
export const USUAL_SIZE = SIZES[0]

/** What is wrong with a filter or an order, in words; undefined where nothing is. */
export function wrongWith(what, text) {
  if (text.trim() === '') return undefined
  try {
    const value = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? undefined : t('json.object', { what })
  } catch (error) {
    const found = /position (\d+)/.exec(error.message)
    const at = found ? Number(found[1]) : text.length
    const rest = text.slice(at, at + 12)
    const near = rest ? t('json.near', { text: rest }) : t('json.end')
    return t('json.at', { what, at: at + 1, near })
  }
}

/** The boxes for filter, order and page size; calls back with what they say once it is JSON. */
export function queryForm({ filter, order, limit }, wrong, onRun) {
  const text = (id, value, placeholder) =>
    h('input', {
      id,
      value,
      placeholder,
      class: 'code',
      autocomplete: 'off',
      spellcheck: 'false',
      autocapitalize: 'off',
    })
  const filterBox = text('filter', filter, '{"status": "open"}')
  filterBox.setAttribute('aria-describedby', 'filter-hint')
  const orderBox = text('order', order, '{"createdAt": -1}')
  const size = h('select', { id: 'size', onchange: run }, ...SIZES.map((each) => option(each, each, limit)))
  const said = h('p', { id: 'query-wrong', class: 'said wrong', role: 'alert' }, wrong ?? '')
  function run(event) {
    event?.preventDefault()
    const asked = { filter: filterBox.value.trim(), order: orderBox.value.trim(), limit: size.value }
    const first = wrongWith(t('filter'), asked.filter)
    said.textContent = first ?? wrongWith(t('sort'), asked.order) ?? ''
    filterBox.setAttribute('aria-invalid', String(first !== undefined))
    if (said.textContent === '') onRun(asked)
  }
  const isAsking = filter !== '' || order !== ''
  return h(
    'form',
    { class: 'query', onsubmit: run },
    field(t('filter'), filterBox),
    field(t('sort'), orderBox),
    field(t('perPage'), size),
    h(
      'div',
      { class: 'row' },
      h('button', { class: 'main', id: 'run' }, t('run')),
      isAsking && button(t('clear'), () => onRun({ filter: '', order: '', limit }), { id: 'clear' }),
    ),
    h('small', { id: 'filter-hint' }, t('filter.hint')),
    said,
  )
}
