import { chip, facts, h } from '../dom.mjs'
import { number, t } from '../i18n.mjs'

/** How a query found its documents: with which index, and how much it looked at. */
export function explain({ index, scanned, returned, wasteful, explanation }) {
  const yes = (value) => t(value ? 'yes' : 'no')
  const verdict = wasteful
    ? chip('waiting', 'warning', t('how.wasteful', { scanned, returned }))
    : index
      ? chip('done', 'ok', t('how.indexed', { name: index }))
      : chip('plain', 'index', t('how.all'))
  return h(
    'section',
    { class: 'card how', 'aria-label': t('how.title') },
    h('h3', {}, t('how.title')),
    verdict,
    facts([
      wasteful && index && [t('index'), index],
      [t('how.scanned'), number(scanned)],
      [t('how.returned'), number(returned)],
      explanation.spans !== undefined && [t('how.spans'), number(explanation.spans)],
      [t('how.exact'), yes(explanation.exact)],
      [t('how.sorts'), yes(explanation.sortsItself)],
    ]),
  )
}

const arrow = ({ field, direction }) => `${field} ${direction > 0 ? '↑' : '↓'}`

/** The indexes of a collection, `_id` too. */
export function indexes(list) {
  const row = ({ name, keys, unique, manyValues }) =>
    h(
      'li',
      {},
      h('b', {}, name),
      h('code', {}, keys.map(arrow).join(', ')),
      unique && chip('plain', undefined, t('index.unique')),
      manyValues && chip('plain', undefined, t('index.many')),
    )
  return h(
    'section',
    { class: 'card indexes', 'aria-label': t('index.title') },
    h('h3', {}, t('index.title')),
    h('ul', {}, ...list.map(row)),
  )
}
