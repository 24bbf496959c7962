import type { TemplateKind } from '../../../contract/notification'
import type { Context } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import type { NotificationDocument } from './documents'

export interface Notice {
  /** Names what happened; with the recipient it is the document's id, so nobody is told twice. */
  event: string
  /** With a `village`, its informant tells who has no account. */
  to: { id: string; openid?: string | undefined; village?: string | undefined }
  title: string
  text: string
  page: string
  /** After this an informant need not tell it any more: the class is over. */
  until?: string
  /** Absent: only the inbox. */
  template?: { kind: TemplateKind; values: Record<string, string> }
}

/** Writes a notification in the transaction of the change it tells of; functions/jobs sends it later. One round trip. */
export async function notify(
  transaction: Transaction,
  { now, configuration }: Pick<Context, 'now' | 'configuration'>,
  notice: Notice,
): Promise<void> {
  const { event, to, title, text, page, until, template } = notice
  const reachable = template && to.openid && configuration.templates[template.kind]
  await transaction.set<NotificationDocument>('notifications', {
    _id: `${event}:${to.id}`,
    to: to.id,
    title,
    text,
    page,
    at: now.toISOString(),
    read: false,
    ...(to.openid || !to.village ? {} : { relayTo: to.village, ...(until ? { relayUntil: until } : {}) }),
    delivery: reachable
      ? { state: 'pending', openid: to.openid, kind: template.kind, values: template.values, attempts: 0 }
      : { state: 'none', attempts: 0 },
  })
}
