import type { TemplateKind } from '../../contract/notification'
import { call } from './call'
import { cachedMe } from './me'
import { askSubscription } from './transport'

type Answer = 'accept' | 'reject' | 'ban' | 'filter'
const isAnswer = (answer: unknown): answer is Answer =>
  answer === 'accept' || answer === 'reject' || answer === 'ban' || answer === 'filter'

/**
 * Asks whether WeChat may tell the person later. Call it first thing in a tap, before any await: WeChat opens its
 * dialog nowhere else. The promise settles when the dialog is closed and never rejects: being told is an extra, and
 * the inbox has every message anyway.
 */
export async function askToBeTold(kinds: readonly TemplateKind[]): Promise<void> {
  const templates = cachedMe()?.templates ?? {}
  const asked = kinds.flatMap((kind) => (templates[kind] ? [{ kind, id: templates[kind] }] : []))
  if (asked.length === 0 || !cachedMe()?.person) return
  try {
    const given = await askSubscription(asked.map(({ id }) => id))
    const answers = asked.flatMap(({ kind, id }) => {
      const answer = given[id]
      return isAnswer(answer) ? [{ kind, answer }] : []
    })
    // In the background: the person's own errand does not wait for it.
    if (answers.length > 0) call('notification.recordGrant', { answers }).catch(() => undefined)
  } catch {
    // The dialog is switched off on this phone, or was asked for outside a tap.
  }
}
