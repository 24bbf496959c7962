import { ask } from '../api.mjs'
import { chip, facts, h, table } from '../dom.mjs'
import { number, t } from '../i18n.mjs'
import { failed, openDialog } from '../states.mjs'
import { dayAndTime, milliseconds } from '../time.mjs'
import { sourceOf } from './calls.mjs'
import { faultText } from './rule.mjs'

const addressOf = (id) => history.replaceState(null, '', `#/calls${id ? `/${id}` : ''}`)

const exchange = ({ action, collection, index, scanned, returned, ms, wasteful, fault }) => [
  h('b', {}, action.replace(/^database\./, '')),
  collection ?? '',
  collection ? (index ?? h('span', { class: 'quiet' }, t('index.no'))) : '',
  number(scanned),
  number(returned),
  milliseconds(ms),
  h(
    'span',
    { class: 'chips' },
    wasteful && chip('waiting', 'warning', t('wasteful')),
    fault !== undefined && chip('urgent', 'faults', faultText(fault)),
  ),
]

function contents(call) {
  const { ok, running, error, startedAt, durationMs, coldStart, openid, exchanges, log } = call
  const state = running
    ? chip('news', 'running', t('running'))
    : ok
      ? chip('done', 'ok', t('ok'))
      : chip('urgent', 'bad', t('bad'))
  const heads = ['action', 'collection', 'index', 'scanned', 'returned', 'took', 'notes'].map((key) => t(key))
  return [
    h('div', { class: 'chips' }, state, coldStart && chip('news', 'cold', t('cold'))),
    error && h('p', { class: 'said wrong' }, `${error.code} ${error.message}`),
    facts([
      [t('when'), dayAndTime(startedAt)],
      [t('took'), running ? '…' : milliseconds(durationMs)],
      [t('source'), sourceOf(call)],
      openid && [t('who'), openid],
    ]),
    h('h3', {}, t('exchange.title')),
    exchanges.length > 0
      ? table(heads, exchanges.map(exchange), { className: 'cards exchanges' })
      : h('p', { class: 'quiet' }, t('exchange.none')),
    h('h3', {}, t('log')),
    log.length > 0
      ? h('pre', { class: 'log', tabindex: '0' }, log.join('\n'))
      : h('p', { class: 'quiet' }, t('log.none')),
  ]
}

/** Opens one call: its exchanges with the cloud, and its log. The address names it, so that it can be shown to others. */
export async function openCall(id) {
  try {
    const call = await ask(`/calls/${encodeURIComponent(id)}`)
    addressOf(id)
    const name = [call.function, call.operation].filter(Boolean).join(' · ')
    openDialog(name, contents(call), () => addressOf(''))
  } catch (error) {
    const said = error.body ? new Error(t('call.gone')) : error
    openDialog(t('call'), failed(said), () => addressOf(''))
  }
}
