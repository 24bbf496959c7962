import { ask, every } from '../api.mjs'
import { chip, fill, h } from '../dom.mjs'
import { number, t } from '../i18n.mjs'
import { empty, failed } from '../states.mjs'
import { milliseconds, timeOfDay } from '../time.mjs'
import { openCall } from './call.mjs'

const POLL_MS = 2000
const HEADS = ['state', 'call', 'who', 'when', 'took', 'exchanges', 'scanned', 'notes']

const stateOf = ({ running, ok }) => {
  if (running) return chip('news', 'running', t('running'))
  return ok ? chip('done', 'ok', t('ok')) : chip('urgent', 'bad', t('bad'))
}

/** `wx_client,scf` in words where there are some. */
export const sourceOf = ({ source = '' }) => {
  const [first, ...more] = source.split(',')
  const known = ['wx_client', 'wx_trigger', 'wx_unknown'].includes(first)
  return [known ? t(`source.${first}`) : first, ...more].join(' → ')
}

const notesOf = ({ coldStart, wasteful, faults }) => [
  coldStart && chip('news', 'cold', t('cold')),
  wasteful > 0 && chip('waiting', 'warning', t('wasteful.n', { n: wasteful })),
  faults > 0 && chip('urgent', 'faults', t('faulty', { n: faults })),
]

function rowOf(call) {
  const { id, operation, openid, startedAt, durationMs, exchanges, scanned, error } = call
  const open = (event) => {
    event.stopPropagation()
    openCall(id)
  }
  const name = [h('b', {}, call.function), operation && h('span', {}, operation)]
  const cells = [
    stateOf(call),
    [
      h('button', { type: 'button', class: 'link', id: `call-${id}`, onclick: open }, ...name),
      error && h('small', { class: 'wrong' }, `${error.code} ${error.message}`),
    ],
    openid ?? h('span', { class: 'quiet' }, sourceOf(call)),
    timeOfDay(startedAt),
    call.running ? '…' : milliseconds(durationMs),
    number(exchanges),
    number(scanned),
    h('span', { class: 'chips' }, ...notesOf(call)),
  ]
  const cell = (content, place) =>
    h('td', { 'data-head': t(HEADS[place]), class: `c-${HEADS[place]}` }, ...[content].flat())
  return h('tr', { onclick: open }, ...cells.map(cell))
}

const isTrouble = ({ running, ok, wasteful }) => (!running && !ok) || wasteful > 0
const textOf = (call) => `${call.function} ${call.operation ?? ''} ${call.openid ?? ''}`.toLowerCase()

/** Shows the rows of these calls: those that are as they were stay as they are, with whatever is focused. */
function makeRows(body) {
  const known = new Map()
  return (list) => {
    const rows = list.map((call) => {
      const text = JSON.stringify(call)
      const before = known.get(call.id)
      if (before?.text === text) return before.row
      const row = rowOf(call)
      known.set(call.id, { text, row })
      return row
    })
    if (rows.length !== body.children.length || rows.some((row, place) => row !== body.children[place]))
      keepFocus(() => fill(body, ...rows))
  }
}

function keepFocus(change) {
  const { id } = document.activeElement ?? {}
  change()
  if (id && document.activeElement === document.body)
    document.getElementById(id)?.focus({ preventScroll: true })
}

/** The newest calls, live; one that is chosen opens. */
export async function calls(root, { rest: [chosen], signal }) {
  let list = []
  let live = true
  const box = (id, text, props) =>
    h('label', { class: 'check' }, h('input', { type: 'checkbox', id, ...props }), text)
  const search = h('input', {
    id: 'search',
    type: 'search',
    'aria-label': t('calls.search'),
    placeholder: t('calls.search'),
    oninput: show,
  })
  const trouble = box('trouble', t('calls.trouble'), { onchange: show })
  const toggle = box('live', t('calls.live'), {
    checked: true,
    onchange: ({ target }) => {
      live = target.checked
    },
  })
  const body = h('tbody')
  const draw = makeRows(body)
  const head = h('tr', {}, ...HEADS.map((name) => h('th', { scope: 'col', class: `c-${name}` }, t(name))))
  const grid = h('div', { class: 'card' }, h('table', { class: 'cards calls' }, h('thead', {}, head), body))
  const state = h('div')
  function show() {
    const words = search.value.trim().toLowerCase()
    const only = trouble.firstChild.checked
    const shown = list.filter((each) => textOf(each).includes(words) && (!only || isTrouble(each)))
    draw(shown)
    grid.hidden = shown.length === 0
    const none =
      list.length === 0
        ? empty('calls', t('calls.none'), t('calls.noneMore'))
        : empty('calls', t('calls.noMatch'))
    fill(state, shown.length === 0 && none)
  }
  async function load() {
    try {
      list = (await ask('/calls?brief=1', { signal })).reverse()
      if (!signal.aborted) show()
    } catch (error) {
      if (!signal.aborted && list.length === 0) fill(state, failed(error, load))
    }
  }
  await load()
  if (signal.aborted) return
  fill(
    root,
    h('div', { class: 'title' }, h('h1', {}, t('calls')), h('p', { class: 'quiet' }, t('calls.hint'))),
    h('div', { class: 'bar tools' }, search, trouble, toggle),
    grid,
    state,
  )
  if (chosen) openCall(chosen)
  void every(POLL_MS, signal, () => live && load())
}
