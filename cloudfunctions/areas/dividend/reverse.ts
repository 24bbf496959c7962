import { ITEM_NAMES } from '../../../contract/dividend'
import { checkText } from '../../platform/content'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { append, itemOfOfficer } from './ledger'
import { tellHousehold } from './tell-household'

/** Ten round trips at most. The confirmation stays in the ledger; the entry that takes it back says why. */
export const reverse: Handler<'dividend.reverse'> = async ({ itemId, reason }, context) => {
  await checkText(context.openid, reason)
  return context.once(async (transaction) => {
    const item = await itemOfOfficer(transaction, context, itemId)
    if (item.state === 'due') throw new Refused('ITEM_NOT_CONFIRMED')
    await append(
      transaction,
      context,
      item,
      { type: 'reverse', amountFen: -item.amountFen, reason },
      {
        state: 'due',
        confirmation: null,
        dispute: null,
        photos: [],
        photosToCheck: false,
        officersToTell: false,
      },
    )
    await tellHousehold(transaction, context, item, {
      event: `reversed:${itemId}:${item.entries + 1}`,
      title: `${item.dueYear} 年的${ITEM_NAMES[item.kind]}改回“没付”`,
      text: `合作社说：${reason}。办好了会再告诉您。`,
      page: '/dividend/mine/index',
    })
    return { itemId }
  })
}
