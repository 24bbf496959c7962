import { ask, every } from '../api.mjs'
import { button, chip, facts, fill, h } from '../dom.mjs'
import { t } from '../i18n.mjs'
import { pretty } from '../json.mjs'
import { empty, failed } from '../states.mjs'
import { dayAndTime } from '../time.mjs'

const POLL_MS = 2000

/** Fires a timer and says what the function answered. */
async function fire(name, said) {
  fill(said, t('firing'))
  try {
    const response = await fetch(`/admin/timer/${encodeURIComponent(name)}`, { method: 'POST' })
    const { result, error } = await response.json()
    const id = response.headers.get('x-call-id')
    fill(
      said,
      error ? chip('urgent', 'bad', t('answered.bad')) : chip('done', 'ok', t('answered')),
      error ? h('p', { class: 'wrong' }, `${error.code} ${error.message}`) : pretty(result),
      id && h('a', { href: `#/calls/${id}` }, t('seeCall')),
    )
  } catch {
    fill(said, h('p', { class: 'wrong' }, t('unreachable')))
  }
}

/** A function's card, and how to bring it up to date without drawing it anew. */
function card(name) {
  const state = h('span', { class: 'chips' })
  const details = h('div')
  const said = h('div', { class: 'answer', role: 'status' })
  const press = button(t('fire'), () => fire(name, said), { sign: 'play', id: `fire-${name}` })
  const element = h(
    'li',
    { class: 'card function' },
    h('div', { class: 'title' }, h('h2', {}, name), state),
    details,
    press,
    said,
  )
  return {
    element,
    update({ instances, coldStarts, timer, next, sdk }) {
      const awake = instances > 0
      fill(
        state,
        awake ? chip('done', 'ok', t('instances', { n: instances })) : chip('plain', undefined, t('asleep')),
        coldStarts > 0 && chip('news', 'cold', t('coldStarts', { n: coldStarts })),
      )
      press.hidden = timer === null
      const when = next ? dayAndTime(next) : t('timer.wrong')
      fill(
        details,
        facts([
          timer === null ? [t('timer'), t('noTimer')] : [t('timer'), h('code', {}, timer)],
          timer !== null && [t('nextRun'), when],
          sdk && ['wx-server-sdk', sdk.used ?? t('sdk.none', sdk)],
        ]),
      )
    },
  }
}

/** The functions: who is awake, and timers one can fire. */
export async function functions(root, { signal }) {
  const list = h('ul', { class: 'functions' })
  const state = h('div')
  const cards = new Map()
  async function load() {
    try {
      const all = await ask('/functions', { signal })
      if (signal.aborted) return
      for (const each of all) {
        if (!cards.has(each.name)) {
          cards.set(each.name, card(each.name))
          list.append(cards.get(each.name).element)
        }
        cards.get(each.name).update(each)
      }
      fill(state, all.length === 0 && empty('functions', t('functions.none'), t('functions.noneMore')))
    } catch (error) {
      if (!signal.aborted && cards.size === 0) fill(state, failed(error, load))
    }
  }
  await load()
  if (signal.aborted) return
  fill(
    root,
    h(
      'div',
      { class: 'title' },
      h('h1', {}, t('functions')),
      h('p', { class: 'quiet' }, t('functions.hint')),
    ),
    list,
    state,
  )
  void every(POLL_MS, signal, load)
}
