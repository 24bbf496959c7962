import { ask, every, post } from '../api.mjs'
import { button, chip, field, fill, h, option } from '../dom.mjs'
import { t } from '../i18n.mjs'
import { fullDay, span, timeOfDay } from '../time.mjs'

const READ_MS = 5000
const TICK_MS = 500
const BEIJING_MS = 8 * 3_600_000
const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 }
const STEPS = [
  ['minutes', 1],
  ['hours', 1],
  ['days', 1],
  ['days', 7],
]

/** The time, going on by itself between two looks at the real one. */
function face() {
  let [now, readAt, ahead] = [0, 0, 0]
  const time = h('p', { class: 'time' })
  const day = h('p', {})
  const utc = h('p', { class: 'quiet' })
  const state = h('p', { class: 'chips' })
  const draw = () => {
    const at = now + performance.now() - readAt
    fill(time, timeOfDay(at))
    fill(day, `${fullDay(at)} · ${t('beijing')}`)
    fill(utc, `${t('utc')} ${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}`)
  }
  return {
    element: h('section', { class: 'card face' }, time, day, utc, state),
    draw,
    read(answer) {
      ;({ now, ahead } = answer)
      readAt = performance.now()
      const words = () => t(ahead > 0 ? 'ahead' : 'behind', { by: span(ahead) })
      fill(
        state,
        Math.abs(ahead) < 1000 ? chip('done', 'ok', t('clock.real')) : chip('waiting', 'clock', words()),
      )
      draw()
    },
  }
}

/** Everybody's clock: how late it is, and ways to move it. */
export async function clock(root, { signal }) {
  const { element, draw, read } = face()
  const said = h('p', { class: 'said', role: 'status' })
  const say = (text, kind = '') => {
    said.textContent = text
    said.className = `said ${kind}`
  }
  const known = await ask('/admin/clock', { signal })
  read(known)
  const nowInBeijing = new Date(known.now + BEIJING_MS).toISOString().slice(0, 19)
  async function move(how) {
    say(t('moving'))
    try {
      read(await post('/admin/clock', how))
      say('')
      dispatchEvent(new Event('clock'))
    } catch (error) {
      say(error.message, 'wrong')
    }
  }
  const amount = h('input', { id: 'amount', type: 'number', min: '1', value: '1', inputmode: 'numeric' })
  const unit = h(
    'select',
    { id: 'unit' },
    ...Object.keys(UNITS).map((each) => option(each, t(`unit.${each}`), 'hours')),
  )
  const moment = h('input', { id: 'moment', type: 'datetime-local', step: '1', value: nowInBeijing })
  const advance = (event) => {
    event.preventDefault()
    if (!(amount.valueAsNumber > 0)) return say(t('advance.missing'), 'wrong')
    void move({ advance: amount.valueAsNumber * UNITS[unit.value] })
  }
  const jump = (event) => {
    event.preventDefault()
    if (moment.value === '') return say(t('set.missing'), 'wrong')
    void move({ set: `${moment.value}${moment.value.length === 16 ? ':00' : ''}+08:00` })
  }
  const step = ([name, n]) =>
    button(`+ ${t(name, { n })}`, () => move({ advance: n * UNITS[name] }), { id: `step-${n}-${name}` })
  fill(
    root,
    h('div', { class: 'title' }, h('h1', {}, t('clock')), h('p', { class: 'quiet' }, t('clock.hint'))),
    h(
      'div',
      { class: 'two even' },
      h(
        'div',
        { class: 'stack' },
        element,
        button(t('reset'), () => move({ reset: true }), { id: 'reset', sign: 'retry' }),
        said,
      ),
      h(
        'div',
        { class: 'stack' },
        h(
          'form',
          { class: 'card form', onsubmit: advance },
          h('h2', {}, t('advance')),
          h('div', { class: 'row wide' }, ...STEPS.map(step)),
          field(t('advance.by'), amount),
          field(t('unit'), unit),
          h('div', { class: 'row wide' }, h('button', { class: 'main', id: 'advance' }, t('go'))),
          h('small', { class: 'quiet wide' }, t('advance.hint')),
        ),
        h(
          'form',
          { class: 'card form', onsubmit: jump },
          h('h2', {}, t('set.title')),
          field(t('set.at'), moment, { wide: true }),
          h('div', { class: 'row wide' }, h('button', { id: 'set' }, t('set'))),
          h('small', { class: 'quiet wide' }, t('set.hint')),
        ),
      ),
    ),
  )
  // Where it does not answer the face goes on, and the page says so.
  void every(READ_MS, signal, () => ask('/admin/clock', { signal }).then(read, () => undefined))
  void every(TICK_MS, signal, async () => draw())
}
