import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Template } from './types'

export interface ServiceMessage {
  id: number
  openid: string
  templateId: string
  title: string
  page: string
  data: Record<string, string>
  at: string
}

export interface Phones {
  /** What a person answers in WeChat's subscription dialog. */
  subscribe(openid: string, templateIds: readonly string[], answer: string): Record<string, string>
  send(body: Record<string, unknown>): { errcode: number; errmsg: string }
  messages(openid: string): ServiceMessage[]
  /** Calls back for each new message of an account; answers how to stop. */
  watch(openid: string, listener: (message: ServiceMessage) => void): () => void
}

/** The check of one field of a template by the type its name begins with; WeChat's parameter limits. */
const FIELD: Record<string, RegExp> = {
  thing: /^[\s\S]{1,20}$/u,
  number: /^\d{1,32}$/,
  character_string: /^[\x20-\x7e]{1,32}$/,
  phrase: /^\p{Script=Han}{1,5}$/u,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z ]{1,20})$/u,
  amount: /^[¥$￥]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+-]{1,17}$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/,
}

/** The phones of the demonstration: grants and service messages, kept in a file of the data directory. */
export function makePhones(dir: string, templates: readonly Template[]): Phones {
  const file = join(dir, 'phones.json')
  const state = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as {
        grants: Record<string, number>
        messages: ServiceMessage[]
      })
    : { grants: {}, messages: [] }
  const save = () => writeFileSync(file, JSON.stringify(state))
  const watchers = new Map<string, Set<(message: ServiceMessage) => void>>()
  const refuse = (errcode: number, errmsg: string) => ({ errcode, errmsg })

  return {
    subscribe(openid, templateIds, answer) {
      const answers: Record<string, string> = {}
      for (const id of templateIds.slice(0, 3)) {
        if (!templates.some((template) => template.id === id)) continue
        answers[id] = answer
        if (answer === 'accept') state.grants[`${openid} ${id}`] = (state.grants[`${openid} ${id}`] ?? 0) + 1
      }
      save()
      return answers
    },
    send(body) {
      const openid = body.touser
      if (typeof openid !== 'string' || openid === '') return refuse(40003, 'invalid openid')
      const template = templates.find((each) => each.id === (body.template_id ?? body.templateId))
      if (!template) return refuse(40037, 'invalid template_id')
      const page = body.page ?? ''
      if (typeof page !== 'string' || page.startsWith('/') || page.includes('://'))
        return refuse(41030, 'invalid page')
      const data = (body.data ?? {}) as Record<string, { value?: unknown }>
      const values: Record<string, string> = {}
      for (const field of template.fields) {
        const value = data[field]?.value
        const form = FIELD[field.replace(/\d+$/, '')]
        if (typeof value !== 'string' || value === '' || (form && !form.test(value)))
          return refuse(47003, `argument invalid! data.${field}.value invalid`)
        values[field] = value
      }
      const key = `${openid} ${template.id}`
      if (!state.grants[key]) return refuse(43101, 'user refuse to accept the msg')
      state.grants[key]--
      const message = {
        id: state.messages.length + 1,
        openid,
        templateId: template.id,
        title: template.title,
        page,
        data: values,
        at: new Date().toISOString(),
      }
      state.messages.push(message)
      save()
      for (const tell of watchers.get(openid) ?? []) tell(message)
      return refuse(0, 'ok')
    },
    messages: (openid) => state.messages.filter((message) => message.openid === openid),
    watch(openid, listener) {
      const listeners = watchers.get(openid) ?? new Set()
      watchers.set(openid, listeners.add(listener))
      return () => listeners.delete(listener)
    },
  }
}
