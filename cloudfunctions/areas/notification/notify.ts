import type { TemplateKind } from '../../../contract/notification'
import type { Context } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import type { NotificationDocument } from './documents'

export interface Notice {
  /** Names what happened; with the recipient it is the document's id, so nobody is told twice. */
  event: string
  /** With a `village`, its informant tells who has no account. */
  to: { id: string; openid?: string | undefined; village?: string | undefined }
  /** The enrolment it is about: what an informant has to pass on stands there. */
  row?: string
  title: string
  text: string
  page: string
  /** After this an informant need not tell it any more: the class is over. */
  until?: string
  /** Absent: only the inbox. */
  template?: { kind: TemplateKind; values: Record<string, string> }
}

export const notificationId = ({ event, to }: Pick<Notice, 'event' | 'to'>): string => `${event}:${to.id}`

/** The village whose informant has to pass it on; nothing where a phone tells it. */
export const villageToTell = ({ to, row }: Pick<Notice, 'to' | 'row'>): string | undefined =>
  to.openid || !row ? undefined : to.village

/** Writes a notification in the transaction of the change it tells of; functions/jobs sends it later. One round trip. */
export async function notify(
  transaction: Transaction,
  { now, configuration }: Pick<Context, 'now' | 'configuration'>,
  notice: Notice,
): Promise<void> {
  const { to, row, title, text, page, template } = notice
  const village = villageToTell(notice)
  const reachable = template && to.openid && configuration.templates[template.kind]
  await transaction.set<NotificationDocument>('notifications', {
    _id: notificationId(notice),
    to: to.id,
    title,
    text,
    page,
    at: now.toISOString(),
    read: false,
    ...(village && row ? { relay: { village, row } } : {}),
    delivery: reachable
      ? { state: 'pending', openid: to.openid, kind: template.kind, values: template.values, attempts: 0 }
      : { state: 'none', attempts: 0 },
  })
}
