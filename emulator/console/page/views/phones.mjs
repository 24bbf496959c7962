import { ask, every } from '../api.mjs'
import { field, fill, h, option, table } from '../dom.mjs'
import { go } from '../go.mjs'
import { number, t } from '../i18n.mjs'
import { empty } from '../states.mjs'
import { dayAndTime } from '../time.mjs'

const POLL_MS = 2000

const message = ({ openid, title, page, data, at }) =>
  h(
    'li',
    { class: 'card message' },
    h('header', {}, h('span', {}, openid), h('time', { datetime: at }, dayAndTime(at))),
    h('h3', {}, title),
    h('dl', {}, ...Object.entries(data).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    page && h('small', { class: 'quiet' }, t('opens', { page })),
  )

function lists(messages, grants) {
  return [
    h(
      'section',
      { class: 'stack' },
      h('h2', {}, t('messages')),
      messages.length === 0
        ? empty('message', t('messages.none'), t('messages.noneMore'))
        : h('ol', { class: 'stack' }, ...messages.toReversed().map(message)),
    ),
    h(
      'section',
      { class: 'stack' },
      h('h2', {}, t('grants')),
      grants.length === 0
        ? empty('phones', t('grants.none'))
        : h(
            'div',
            { class: 'card' },
            table(
              ['', '', ''],
              grants.map(({ openid, title, remaining }) => [h('b', {}, openid), title, number(remaining)]),
              { className: 'grants', label: t('grants') },
            ),
          ),
    ),
  ]
}

/** Everybody's phone, or one: messages that arrived, newest first, and what is still accepted. */
export async function phones(root, { rest: [chosen = ''], signal }) {
  const body = h('div', { class: 'two even' })
  const person = h('select', {
    id: 'person',
    onchange: ({ target }) => go(`#/phones${target.value ? `/${encodeURIComponent(target.value)}` : ''}`),
  })
  let [seen, people] = ['', '']
  async function load() {
    const [messages, grants] = await Promise.all([
      ask('/wechat/messages', { signal }),
      ask('/wechat/grants', { signal }),
    ])
    if (signal.aborted) return
    const everybody = [
      ...new Set([...messages, ...grants].map(({ openid }) => openid).concat(chosen || [])),
    ].sort()
    if (people !== String(everybody)) {
      people = String(everybody)
      fill(person, option('', t('everybody'), chosen), ...everybody.map((each) => option(each, each, chosen)))
    }
    const ofOne = (each) => chosen === '' || each.openid === chosen
    const [shown, accepted] = [
      messages.filter(ofOne),
      grants.filter(({ remaining }) => remaining > 0).filter(ofOne),
    ]
    const now = JSON.stringify([shown, accepted])
    if (now !== seen) fill(body, ...lists(shown, accepted))
    seen = now
  }
  await load()
  if (signal.aborted) return
  fill(
    root,
    h('div', { class: 'title' }, h('h1', {}, t('phones')), h('p', { class: 'quiet' }, t('phones.hint'))),
    h('div', { class: 'bar tools' }, field(t('person'), person)),
    body,
  )
  void every(POLL_MS, signal, () => load().catch(() => undefined))
}
