import { ITEM_NAMES } from '../../../contract/dividend'
import { checkText } from '../../platform/content'
import { collection, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Account } from '../identity/documents'
import { notify } from '../notification/notify'
import type { DividendItem } from './documents'
import { append } from './ledger'

/** Officers told about one dispute. */
const OFFICERS = 5

/** Nine round trips with one officer. Says that a confirmed item did not arrive; the confirmation stays. */
export const dispute: Handler<'dividend.dispute'> = async ({ itemId, text }, context) => {
  const { subject, now, openid } = context
  await checkText(openid, text)
  return context.once(async (transaction) => {
    const item = await transaction.get<DividendItem>('dividendItems', itemId)
    if (!item || !subject.householdId || item.householdId !== subject.householdId)
      throw new Refused('NOT_FOUND')
    if (item.state === 'due') throw new Refused('ITEM_NOT_CONFIRMED')
    if (item.state === 'disputed') throw new Refused('ITEM_DISPUTED')
    await append(
      transaction,
      context,
      item,
      { type: 'dispute', amountFen: 0, ...(text ? { reason: text } : {}) },
      { state: 'disputed', dispute: { at: now.toISOString(), text } },
    )
    // Outside the transaction's snapshot on purpose: who the officers are does not depend on it.
    const officers = await rows<Account>(
      collection('accounts')
        .where({ roles: { role: 'cooperative', scope: item.cooperativeId } })
        .limit(OFFICERS),
    )
    for (const officer of officers)
      await notify(transaction, context, {
        event: `disputed:${itemId}:${item.entries + 1}`,
        to: { id: officer.personId },
        title: `${item.headName}说没收到`,
        text: `${item.villageName} ${item.headName}，${item.dueYear} 年的${ITEM_NAMES[item.kind]}${text ? `：${text}` : ''}`,
        page: '/desk/cooperative/due/index',
      })
    return { itemId }
  })
}
