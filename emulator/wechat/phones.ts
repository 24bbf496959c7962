import type { State } from '../state'
import type { Template } from '../types'
import { fits } from './fields'

export interface ServiceMessage {
  id: number
  openid: string
  templateId: string
  title: string
  page: string
  data: Record<string, string>
  at: string
}

/** An answer of WeChat's server API; 0 is well. */
export interface WxAnswer {
  errcode: number
  errmsg: string
}

/** How many messages of a template an account still accepts. */
export interface Grant {
  openid: string
  templateId: string
  title: string
  remaining: number
}

export interface Phones {
  /** What `wx.requestSubscribeMessage` answers after the person has chosen; one accept is one message. */
  subscribe(openid: string, templateIds: readonly unknown[], answer: unknown): Record<string, unknown>
  /** `subscribeMessage.send`. */
  send(body: Record<string, unknown>): WxAnswer
  /** One account's service messages (or everybody's), oldest first; only those after `after`. */
  messages(openid: string | undefined, after?: number): ServiceMessage[]
  grants(): Grant[]
  /** Calls back for each new message; answers how to stop. */
  watch(openid: string | undefined, listener: (message: ServiceMessage) => void): () => void
}

const ANSWERS = ['accept', 'reject', 'ban', 'filter']
const PAGE = /^(?!\/)[\w-]+(\/[\w-]+)*(\?[\x21-\x7e]*)?$/
const OPENID = /^[\x21-\x7e]{1,128}$/
const KEPT = 1000

/** The phones of the demonstration: what they accepted, and the service messages they got. */
export function makePhones(state: State, templates: readonly Template[], now: () => number): Phones {
  const watchers = new Set<{ openid?: string; listener: (message: ServiceMessage) => void }>()
  const grant = state.prepare(
    'INSERT INTO grants VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET remaining = remaining + 1',
  )
  const spend = state.prepare(
    'UPDATE grants SET remaining = remaining - 1 WHERE openid = ? AND template = ? AND remaining > 0',
  )
  const insert = state.prepare('INSERT INTO messages (openid, body) VALUES (?, ?)')
  const ofOne = state.prepare('SELECT * FROM messages WHERE openid = ? AND id > ? ORDER BY id DESC LIMIT ?')
  const ofAll = state.prepare('SELECT * FROM messages WHERE id > ? ORDER BY id DESC LIMIT ?')
  const grants = state.prepare('SELECT * FROM grants ORDER BY openid, template')
  const refuse = (errcode: number, errmsg: string): WxAnswer => ({ errcode, errmsg })
  const fail = (errCode: number, why: string) => ({ errCode, errMsg: `requestSubscribeMessage:fail ${why}` })

  return {
    subscribe(openid, templateIds, answer) {
      if (!ANSWERS.includes(String(answer))) return fail(10004, 'invalid answer')
      if (templateIds.length === 0) return fail(10001, 'TmplIds can not be empty')
      if (templateIds.length > 3) return fail(20003, 'Templates count out of max bounds')
      const known = templateIds.every((id) => templates.some((template) => template.id === id))
      if (!known) return fail(20001, 'No template data return, verify the template id exist')
      const answers: Record<string, unknown> = {}
      for (const id of templateIds as string[]) {
        answers[id] = answer
        if (answer === 'accept') grant.run(openid, id)
      }
      return { ...answers, errMsg: 'requestSubscribeMessage:ok' }
    },
    send({ touser, template_id: templateId, page = '', data }) {
      if (typeof touser !== 'string' || !OPENID.test(touser)) return refuse(40003, 'invalid openid')
      const template = templates.find((each) => each.id === templateId)
      if (!template) return refuse(40037, 'invalid template_id')
      if (typeof page !== 'string' || (page !== '' && !PAGE.test(page))) return refuse(41030, 'invalid page')
      const values = valuesOf(template, data)
      if (typeof values === 'string') return refuse(47003, `argument invalid! data.${values}.value invalid`)
      if (spend.run(touser, template.id).changes === 0) return refuse(43101, 'user refuse to accept the msg')
      const message = {
        openid: touser,
        templateId: template.id,
        title: template.title,
        page,
        data: values,
        at: new Date(now()).toISOString(),
      }
      const id = Number(insert.run(touser, JSON.stringify(message)).lastInsertRowid)
      for (const { openid, listener } of watchers) {
        if (openid === undefined || openid === touser) listener({ id, ...message })
      }
      return refuse(0, 'ok')
    },
    messages(openid, after = 0) {
      const rows = openid === undefined ? ofAll.all(after, KEPT) : ofOne.all(openid, after, KEPT)
      return (rows as { id: number; body: string }[])
        .reverse()
        .map(({ id, body }) => ({ id, ...(JSON.parse(body) as Omit<ServiceMessage, 'id'>) }))
    },
    grants: () =>
      (grants.all() as { openid: string; template: string; remaining: number }[]).map(
        ({ openid, template, remaining }) => ({
          openid,
          templateId: template,
          title: templates.find(({ id }) => id === template)?.title ?? template,
          remaining,
        }),
      ),
    watch(openid, listener) {
      const watcher = { openid, listener }
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** The values of exactly the template's fields; else the name of the first field that is missing, wrong or unknown. */
function valuesOf(template: Template, data: unknown): Record<string, string> | string {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<
    string,
    { value?: unknown } | null
  >
  const unknown = Object.keys(given).find((field) => !template.fields.includes(field))
  if (unknown !== undefined) return unknown
  const values: Record<string, string> = {}
  for (const field of template.fields) {
    const value = given[field]?.value
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || !fits(field, text)) return field
    values[field] = text
  }
  return values
}
