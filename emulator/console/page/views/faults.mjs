import { ask, every, post, remove } from '../api.mjs'
import { button, chip, field, fill, h, option, suggestions } from '../dom.mjs'
import { t } from '../i18n.mjs'
import { empty, failed } from '../states.mjs'
import { faultText, occasionText, ruleOf } from './rule.mjs'

const POLL_MS = 2000
const KINDS = ['code', 'delay', 'timeout', 'answerLost', 'answeredTwice', 'conflict']
const ACTIONS = [
  ...['*', 'getDocument', 'insertDocument', 'modifyDocument', 'removeDocument', 'calculateDocument'].map(
    (name) => `database.${name}`,
  ),
  ...['aggregateDocuments', 'startTransaction', 'commitTransaction'].map((name) => `database.${name}`),
  ...[
    'openapi.subscribeMessage.send',
    'openapi.security.msgSecCheck',
    'functions.invokeFunction',
    'storage.*',
  ],
]

const item = (onRemove) => (rule) =>
  h(
    'li',
    { class: 'card rule' },
    h(
      'div',
      {},
      h('b', {}, occasionText(rule)),
      h(
        'div',
        { class: 'chips' },
        chip('urgent', 'faults', faultText(rule.fault)),
        rule.nth && chip('plain', undefined, t('rule.from', { nth: rule.nth })),
        rule.times && chip('plain', undefined, t('rule.times', { n: rule.times })),
      ),
      h('small', { class: 'quiet' }, t('faults.seen', rule)),
    ),
    button(t('faults.remove'), () => onRemove(rule.id), {
      sign: 'trash',
      'aria-label': `${t('faults.remove')}: ${occasionText(rule)}`,
    }),
  )

const text = (name, more = {}) =>
  h('input', { name, id: `fault-${name}`, autocomplete: 'off', spellcheck: 'false', ...more })
const count = (name, placeholder) =>
  text(name, { type: 'number', min: '1', inputmode: 'numeric', placeholder })

/** The form of a new rule. */
function form(known, added) {
  const kind = h(
    'select',
    { name: 'kind', id: 'fault-kind', onchange: adapt },
    ...KINDS.map((each) => option(each, t(`fault.${each}`), 'code')),
  )
  const code = field(t('fault.codeField'), text('code', { placeholder: '-1' }))
  const message = field(t('fault.message'), text('message'), { wide: true })
  const delay = field(t('fault.delayMs'), text('delayMs', { type: 'number', min: '0', value: '2000' }))
  const said = h('p', { class: 'said wrong', role: 'alert' })
  function adapt() {
    code.hidden = message.hidden = kind.value !== 'code'
    delay.hidden = kind.value !== 'delay'
  }
  async function add(event) {
    event.preventDefault()
    const asked = Object.fromEntries([...new FormData(element)].map(([key, value]) => [key, value.trim()]))
    if (asked.kind === 'code' && asked.code === '') {
      said.textContent = t('fault.codeMissing')
      return code.querySelector('input').focus()
    }
    try {
      await post('/admin/faults', ruleOf(asked))
      said.textContent = ''
      element.reset()
      adapt()
      await added()
    } catch (error) {
      said.textContent = error.message
    }
  }
  const element = h(
    'form',
    { class: 'card form', onsubmit: add },
    h('h2', {}, t('faults.add')),
    field(t('function'), text('function', { list: 'known-functions', placeholder: t('faults.any') })),
    field(t('operation'), text('operation', { placeholder: t('faults.any') })),
    field(t('action'), text('action', { list: 'known-actions', placeholder: t('faults.actionHint') })),
    field(t('collection'), text('collection', { list: 'known-collections', placeholder: t('faults.any') })),
    field(t('faults.nth'), count('nth', '1')),
    field(t('faults.times'), count('times', t('faults.timesHint'))),
    field(t('faults.what'), kind),
    code,
    message,
    delay,
    h('div', { class: 'row wide' }, h('button', { class: 'main', id: 'fault-add' }, t('faults.add'))),
    said,
    suggestions('known-functions', known.functions),
    suggestions('known-actions', ACTIONS),
    suggestions('known-collections', known.collections),
  )
  adapt()
  return element
}

/** The rules that make things go wrong, with what they did so far. */
export async function faults(root, { signal }) {
  const names = async (path) => (await ask(path, { signal })).map(({ name }) => name)
  const [functions, collections] = await Promise.all([names('/functions'), names('/collections')])
  const list = h('div', { class: 'stack' })
  let before = ''
  async function load() {
    try {
      const rules = await ask('/admin/faults', { signal })
      // Drawn anew only where something has changed: somebody may be about to press.
      if (signal.aborted || before === JSON.stringify(rules)) return
      before = JSON.stringify(rules)
      const all = button(t('faults.clear'), () => take(''), { sign: 'trash', id: 'fault-clear' })
      if (rules.length === 0) fill(list, empty('faults', t('faults.none'), t('faults.noneMore')))
      else
        fill(
          list,
          h('ol', { class: 'stack' }, ...rules.map(item(take))),
          rules.length > 1 && h('div', { class: 'row' }, all),
        )
    } catch (error) {
      if (!signal.aborted) fill(list, failed(error, load))
    }
  }
  const take = async (id) => {
    await remove(`/admin/faults${id === '' ? '' : `/${id}`}`).catch(() => undefined)
    await load()
  }
  await load()
  if (signal.aborted) return
  fill(
    root,
    h('div', { class: 'title' }, h('h1', {}, t('faults')), h('p', { class: 'quiet' }, t('faults.hint'))),
    h('div', { class: 'two' }, list, form({ functions, collections }, load)),
  )
  void every(POLL_MS, signal, load)
}
