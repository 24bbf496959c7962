import { cloud } from '../../platform/cloud'
import type { Configuration } from '../../platform/configuration'
import { collection, command, rows } from '../../platform/database'
import type { NotificationDocument } from './documents'

const BATCH = 100
/** A claim older than this belongs to a run that died: sent or not, nobody knows, and at most once is the promise. */
const ABANDONED_MS = 5 * 60_000
/** WeChat is busy: tried again at the next run, this often. */
const ATTEMPTS = 5
const BUSY = -1
const REFUSED_BY_USER = 43101

/**
 * Sends what the outbox holds: claim, send, mark. At most once for each notification: a claim that was never marked is
 * not sent again (the inbox has it anyway). Answers how many were sent.
 */
export async function deliver(configuration: Configuration, now: Date): Promise<{ sent: number }> {
  const abandoned = new Date(now.getTime() - ABANDONED_MS).toISOString()
  await collection('notifications')
    .where({ 'delivery.state': 'sending', 'delivery.claimedAt': command.lt(abandoned) })
    .update({ data: { 'delivery.state': 'failed' } })
  const pending = await rows<NotificationDocument>(
    collection('notifications').where({ 'delivery.state': 'pending' }).orderBy('at', 'asc').limit(BATCH),
  )
  let sent = 0
  for (const notification of pending) if (await deliverOne(notification, configuration, now)) sent++
  return { sent }
}

async function deliverOne(
  { _id, delivery, page }: NotificationDocument,
  configuration: Configuration,
  now: Date,
): Promise<boolean> {
  const { openid, kind, values, attempts } = delivery
  const templateId = kind && configuration.templates[kind]
  const claim = (await collection('notifications')
    .where({ _id, 'delivery.state': 'pending' })
    .update({
      data: { 'delivery.state': 'sending', 'delivery.claimedAt': now.toISOString() },
    })) as unknown as { stats: { updated: number } }
  // Another run was quicker.
  if (claim.stats.updated !== 1) return false
  const code = openid && templateId ? await send(openid, templateId, page, values ?? {}, configuration) : 0
  const state =
    !openid || !templateId
      ? 'failed'
      : code === 0
        ? 'sent'
        : code === REFUSED_BY_USER
          ? 'refused'
          : code === BUSY && attempts + 1 < ATTEMPTS
            ? 'pending'
            : 'failed'
  await collection('notifications')
    .doc(_id)
    .update({ data: { 'delivery.state': state, 'delivery.code': code, 'delivery.attempts': attempts + 1 } })
  if (openid && kind && (state === 'sent' || state === 'refused')) await spend(`${openid}:${kind}`, state)
  return state === 'sent'
}

/** WeChat's own error code, 0 for sent. An error without a code counts as sent-or-not-known: not tried again. */
async function send(
  touser: string,
  templateId: string,
  page: string,
  values: Record<string, string>,
  configuration: Configuration,
): Promise<number> {
  const data = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
  try {
    await cloud.openapi.subscribeMessage.send({
      touser,
      templateId,
      page: page.replace(/^\//, ''),
      data,
      miniprogramState: configuration.miniprogramState,
    } as never)
    return 0
  } catch (error) {
    const { errCode } = error as { errCode?: unknown }
    return typeof errCode === 'number' ? errCode : 1
  }
}

/** Our own count of what is still allowed follows what WeChat did. */
async function spend(grantId: string, state: 'sent' | 'refused'): Promise<void> {
  const grants = collection('grants').where({ _id: grantId, remaining: command.gt(0) })
  await grants.update({ data: { remaining: state === 'sent' ? command.inc(-1) : 0 } })
}
