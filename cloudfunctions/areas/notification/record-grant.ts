import type { TemplateKind } from '../../../contract/notification'
import type { Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { Grant } from './documents'

/** Two round trips for each template that was asked about, and four around them: ten at most. */
export const recordGrant: Handler<'notification.recordGrant'> = ({ answers }, { openid, now, once }) => {
  const count = async (transaction: Transaction) => {
    const remaining: Partial<Record<TemplateKind, number>> = {}
    for (const { kind, answer } of new Map(answers.map((each) => [each.kind, each])).values()) {
      const _id = `${openid}:${kind}`
      const before = (await transaction.get<Grant>('grants', _id))?.remaining ?? 0
      const after = answer === 'accept' ? before + 1 : before
      if (after !== before) {
        await transaction.set<Grant>('grants', { _id, openid, kind, remaining: after, at: now.toISOString() })
      }
      remaining[kind] = after
    }
    return { remaining }
  }
  // What WeChat's dialog was answered is nothing the audit log has to tell.
  return once(count, 'all', { about: [] })
}
