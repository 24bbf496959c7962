import { ask, every } from './api.mjs'
import { button, chip, fill, h, icon } from './dom.mjs'
import { chooseLanguage, language, t } from './i18n.mjs'
import { failed } from './states.mjs'
import { span } from './time.mjs'
import { calls } from './views/calls.mjs'
import { clock } from './views/clock.mjs'
import { collections } from './views/collections.mjs'
import { faults } from './views/faults.mjs'
import { functions } from './views/functions.mjs'
import { phones } from './views/phones.mjs'

const VIEWS = { collections, calls, functions, phones, faults, clock }
const SIGNS = { collections: 'data' }
const CLOCK_MS = 5000

const $ = (id) => document.getElementById(id)
const main = $('main')
let controller = new AbortController()

/** What somebody wrote into the address by hand may not be encoded. */
function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `#/collections/<name>?filter=…` as its parts. */
function place() {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?')
  const [area, ...rest] = path.split('/').map(decoded)
  return { area: Object.hasOwn(VIEWS, area) ? area : 'collections', rest, query: new URLSearchParams(query) }
}

function languages() {
  const choose = (chosen) => () => {
    chooseLanguage(chosen)
    draw()
  }
  const one = (code, name) =>
    button(name, choose(code), {
      lang: code,
      id: `language-${code}`,
      'aria-pressed': String(language() === code),
    })
  return h(
    'div',
    { class: 'switch', role: 'group', 'aria-label': t('language') },
    one('en', 'English'),
    one('zh', '中文'),
  )
}

function frame(area) {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
  document.title = `${t(area)} · ${t('title')}`
  const link = (each) =>
    h(
      'a',
      { href: `#/${each}`, id: `nav-${each}`, 'aria-current': each === area ? 'page' : undefined },
      icon(SIGNS[each] ?? each),
      h('span', {}, t(each)),
    )
  fill(
    $('top'),
    h('a', { class: 'skip', href: '#main', onclick: toMain }, t('skip')),
    h(
      'a',
      { class: 'brand', href: '#/collections' },
      h('span', { class: 'mark' }, icon('cloud')),
      h('b', {}, t('title')),
    ),
    h('nav', { 'aria-label': t('areas') }, ...Object.keys(VIEWS).map(link)),
    h('div', { class: 'end' }, h('a', { id: 'moved', href: '#/clock', hidden: true }), languages()),
  )
  fill($('foot'), t('foot'))
  $('gone').textContent = t('unreachable')
}

/** An address in the page would be taken for one of its places. */
function toMain(event) {
  event.preventDefault()
  main.focus()
}

async function draw() {
  controller.abort()
  controller = new AbortController()
  const { signal } = controller
  const { area, rest, query } = place()
  const focused = document.activeElement?.id
  if (main.dataset.area !== area) fill(main)
  main.dataset.area = area
  main.setAttribute('aria-busy', 'true')
  frame(area)
  void showClock()
  try {
    await VIEWS[area](main, { rest, query, signal, redraw: draw })
  } catch (error) {
    if (!signal.aborted) fill(main, failed(error, draw))
  }
  if (signal.aborted) return
  main.removeAttribute('aria-busy')
  // What was pressed may have been drawn anew.
  if (focused && document.activeElement === document.body) $(focused)?.focus({ preventScroll: true })
}

/** Says so wherever one is when the clock is not the real one. */
async function showClock() {
  const time = await ask('/admin/clock').catch(() => undefined)
  const moved = $('moved')
  if (!time || !moved) return
  const isMoved = Math.abs(time.ahead) >= 1000
  moved.hidden = !isMoved
  if (isMoved)
    fill(moved, chip('waiting', 'clock', t(time.ahead > 0 ? 'ahead' : 'behind', { by: span(time.ahead) })))
}

addEventListener('hashchange', draw)
addEventListener('clock', showClock)
addEventListener('reached', ({ detail }) => {
  $('gone').hidden = detail
})
draw()
every(CLOCK_MS, new AbortController().signal, showClock)
