import { checkText } from '../../platform/content'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { DividendItem } from './documents'
import { append } from './ledger'

/** Seven round trips. Says that a confirmed item did not arrive; the confirmation stays. Jobs tell the officers. */
export const dispute: Handler<'dividend.dispute'> = async ({ itemId, text }, context) => {
  const { subject, now, openid } = context
  await checkText(openid, text)
  return context.once(async (transaction) => {
    const item = await transaction.get<DividendItem>('dividendItems', itemId)
    if (!item || !subject.householdId || item.householdId !== subject.householdId)
      throw new Refused('NOT_FOUND')
    if (item.state === 'due')
      throw new Refused(
        'ITEM_NOT_CONFIRMED',
        '合作社还没说这一项给了，不用报。过了日子还没给，请打电话问合作社。',
      )
    if (item.state === 'disputed') throw new Refused('ITEM_DISPUTED')
    await append(
      transaction,
      context,
      item,
      { type: 'dispute', amountFen: 0, ...(text ? { reason: text } : {}) },
      { state: 'disputed', dispute: { at: now.toISOString(), text }, officersToTell: true },
    )
    return { itemId }
  })
}
