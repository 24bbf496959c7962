import { daysUntil } from '../../../contract/time'
import { collection, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { DividendItem, RearingContract } from './documents'
import { presentItems } from './present'
import { byKind, endsOn, receivedFen } from './rules'

/** More than the items of any term (three a year). */
const ITEMS = 100

/** Three round trips at most (contract, items, photos' verdicts) and one of storage. */
export const mine: Handler<'dividend.mine'> = async (_, { subject, now }) => {
  const { householdId } = subject
  if (!householdId) return {}
  const [contract] = await rows<RearingContract>(
    // The newest, where an older one has ended.
    collection('rearingContracts').where({ householdId }).orderBy('startsOn', 'desc').limit(1),
  )
  if (!contract) return {}
  const found = await rows<DividendItem>(
    collection('dividendItems')
      .where({ householdId, contractId: contract._id })
      .orderBy('dueOn', 'asc')
      .limit(ITEMS),
  )
  const items = await presentItems(found, false, now)
  const years = [...new Set(items.map((item) => item.year))]
  const end = endsOn(contract)
  return {
    contract: {
      id: contract._id,
      number: contract.number,
      cooperativeName: contract.cooperativeName,
      companyName: contract.companyName,
      animals: contract.animals,
      principalFen: contract.principalFen,
      annualFen: contract.annualFen,
      coverFen: contract.coverFen,
      startsOn: contract.startsOn,
      endsOn: end,
      daysLeft: Math.max(0, daysUntil(end, now)),
      receivedFen: receivedFen(found),
      years: years.map((year) => ({ year, items: byKind(items.filter((item) => item.year === year)) })),
      next: items.find((item) => item.state === 'due' && item.kind === 'dividend'),
    },
  }
}
