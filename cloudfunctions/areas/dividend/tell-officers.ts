import { ITEM_NAMES } from '../../../contract/dividend'
import type { Context } from '../../platform/context'
import { collection, command, inTransaction, rows } from '../../platform/database'
import type { Account } from '../identity/documents'
import { notify } from '../notification/notify'
import type { DividendItem } from './documents'

/** Disputes a run takes on, and accounts a page. */
const BATCH = 100

/**
 * Tells every officer of a co-op of what its households say did not arrive, however many officers there are: the
 * dispute itself only leaves a mark, so that it stays within a write's round trips. One transaction an item, so that a
 * run that dies tells either all of them or, at the next run, all of them.
 */
export async function tellOfficers(context: Pick<Context, 'now' | 'configuration'>) {
  const waiting = await rows<DividendItem>(
    collection('dividendItems').where({ officersToTell: true }).limit(BATCH),
  )
  let told = 0
  for (const { _id, cooperativeId } of waiting)
    told += await tell(_id, await officersOf(cooperativeId), context)
  return { told }
}

function tell(itemId: string, officers: Account[], context: Pick<Context, 'now' | 'configuration'>) {
  return inTransaction(async (transaction) => {
    const item = await transaction.get<DividendItem>('dividendItems', itemId)
    // Reversed, or told by another run, meanwhile.
    if (!item?.officersToTell) return 0
    const what = `${item.villageName} ${item.headName}，${item.dueYear} 年的${ITEM_NAMES[item.kind]}`
    for (const { personId } of officers)
      await notify(transaction, context, {
        event: `disputed:${itemId}:${item.entries}`,
        to: { id: personId },
        title: `${item.headName}说没收到`,
        text: item.dispute?.text ? `${what}：${item.dispute.text}` : what,
        page: `/desk/cooperative/item/index?id=${itemId}`,
      })
    await transaction.update('dividendItems', itemId, { officersToTell: false })
    return officers.length
  })
}

async function officersOf(cooperativeId: string): Promise<Account[]> {
  const found: Account[] = []
  for (let after = ''; ; ) {
    const page = await rows<Account>(
      collection('accounts')
        .where({ 'roles.role': 'cooperative', 'roles.scope': cooperativeId, _id: command.gt(after) })
        .orderBy('_id', 'asc')
        .limit(BATCH),
    )
    found.push(...page)
    const last = page.at(-1)
    if (!last || page.length < BATCH) break
    after = last._id
  }
  // The query matches role and scope of two different grants as well.
  return found.filter(({ roles }) =>
    roles.some((grant) => grant.role === 'cooperative' && grant.scope === cooperativeId),
  )
}
