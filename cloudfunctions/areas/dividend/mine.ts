import type { Thing } from '../../../contract/audit'
import { daysUntil } from '../../../contract/time'
import { recordLook } from '../../platform/audit'
import { type KnownContext, ownIds } from '../../platform/context'
import { collection } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { pipeline } from '../../platform/pipeline'
import type { DividendItem, RearingContract } from './documents'
import { presentItems } from './present'
import { byKind, endsOn, receivedFen } from './rules'

/** More than the items of every term a household has had (three a year). */
const ITEMS = 300

/**
 * Two round trips (the contract with its items, photos' verdicts) and one of storage; one more where somebody looks for
 * another person, which is recorded.
 */
export const mine: Handler<'dividend.mine'> = async (_, context) => {
  const { subject, now } = context
  const { householdId } = subject
  if (!householdId) return {}
  const contract = await contractOf(householdId)
  const recorded = recordForAnother(context, {
    kind: 'household',
    id: householdId,
    name: contract?.headName ?? subject.name,
    place: subject.village,
  })
  if (!contract) {
    await recorded
    return {}
  }
  const found = contract.items.filter(({ contractId }) => contractId === contract._id)
  const [items] = await Promise.all([presentItems(found, false, now), recorded])
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

/** A household's newest contract, where an older one has ended, with all items the household has had. One round trip. */
async function contractOf(
  householdId: string,
): Promise<(RearingContract & { items: DividendItem[] }) | undefined> {
  const items = pipeline().match({ householdId }).sort({ dueOn: 1 }).limit(ITEMS).done()
  const { list } = (await collection('rearingContracts')
    .aggregate()
    .match({ householdId })
    .sort({ startsOn: -1 })
    .limit(1)
    .lookup({ from: 'dividendItems', pipeline: items, as: 'items' } as never)
    .end()) as unknown as { list: (RearingContract & { items: DividendItem[] })[] }
  return list[0]
}

/** A household's money is looked at for somebody else: written down before it is answered, for everybody in it to see. */
const recordForAnother = async (context: KnownContext, household: Thing): Promise<void> => {
  const { account, subject } = context
  if (!ownIds(account).includes(subject.id)) await recordLook(context, household, { shown: [subject.id] })
}
