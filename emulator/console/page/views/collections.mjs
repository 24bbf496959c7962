import { ask } from '../api.mjs'
import { fill, h, icon } from '../dom.mjs'
import { number, t } from '../i18n.mjs'
import { empty } from '../states.mjs'
import { documents } from './documents.mjs'
import { transfer } from './transfer.mjs'

const link =
  (current) =>
  ({ name, count }) =>
    h(
      'li',
      {},
      h(
        'a',
        {
          href: `#/collections/${encodeURIComponent(name)}`,
          'aria-current': name === current ? 'page' : undefined,
          id: `collection-${name}`,
        },
        h('span', {}, name),
        h('small', {}, number(count)),
      ),
    )

/** All of it: how much, out and in. */
function whole(all, redraw) {
  const count = all.reduce((sum, each) => sum + each.count, 0)
  const values = { collections: all.length, documents: count }
  return h(
    'section',
    { class: 'card whole' },
    h('h2', {}, t('data.whole')),
    h('p', {}, t('data.counts', values)),
    h('p', { class: 'quiet' }, t('data.wholeHint')),
    ...transfer(undefined, redraw),
  )
}

/** The collections; of the chosen one its documents. */
export async function collections(root, { rest: [name], query, signal, redraw }) {
  const all = await ask('/collections', { signal })
  const chosen = all.find((each) => each.name === name)
  const body = chosen
    ? await documents(chosen, query, signal, redraw)
    : name
      ? [empty('data', t('data.gone', { name }))]
      : [whole(all, redraw)]
  if (signal.aborted) return
  const list =
    all.length > 0 ? h('ul', {}, ...all.map(link(name))) : empty('data', t('data.none'), t('data.noneMore'))
  fill(
    root,
    h(
      'div',
      { class: name ? 'split chosen' : 'split' },
      h(
        'nav',
        { class: 'card side', 'aria-label': t('data.collections') },
        h(name ? 'h2' : 'h1', {}, t('data.collections')),
        list,
      ),
      h(
        'div',
        { class: 'stack' },
        name && h('a', { class: 'back', href: '#/collections' }, icon('back'), t('data.back')),
        ...body,
      ),
    ),
  )
}
