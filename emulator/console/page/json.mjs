import { h } from './dom.mjs'

const mark = (kind, text) => h('span', { class: `j-${kind}` }, text)
const isDate = (value) => typeof value === 'object' && value !== null && '$date' in value

/** A date as stored: the instant, in UTC. */
const dateText = ({ $date }) =>
  (typeof $date === 'string' ? $date : new Date(Number($date.$numberLong)).toISOString()).replace('T', ' ')

function* parts(value, indent) {
  const inner = `${indent}  `
  if (value === null || typeof value !== 'object') {
    yield mark(value === null ? 'null' : typeof value, JSON.stringify(value))
    return
  }
  const isList = Array.isArray(value)
  const entries = Object.entries(value)
  if (entries.length === 0 || (!isList && isDate(value))) {
    yield isDate(value) ? mark('date', JSON.stringify(value)) : JSON.stringify(value)
    return
  }
  yield isList ? '[\n' : '{\n'
  for (const [place, [name, each]] of entries.entries()) {
    yield inner
    if (!isList) {
      yield mark('name', JSON.stringify(name))
      yield ': '
    }
    yield* parts(each, inner)
    yield place < entries.length - 1 ? ',\n' : '\n'
  }
  yield `${indent}${isList ? ']' : '}'}`
}

/** JSON over several lines, its kinds of values in colours. */
export const pretty = (value) => h('pre', { class: 'json', tabindex: '0' }, ...parts(value, ''))

const MOST = 60
const short = (text) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text)

/** A value in a cell of a table: one line, told by its kind. */
export function cell(value) {
  if (value === undefined) return ''
  if (value === null) return mark('null', 'null')
  if (isDate(value)) return mark('date', dateText(value))
  if (typeof value === 'string') return short(value)
  if (typeof value === 'object') return mark('inside', short(JSON.stringify(value)))
  return mark(typeof value, String(value))
}
