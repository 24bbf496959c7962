import {
  type DividendEntry,
  type DividendItem,
  entryId,
  type RearingContract,
} from '../cloudfunctions/areas/dividend/documents'
import { scheduleOf } from '../cloudfunctions/areas/dividend/rules'
import type { Household } from '../cloudfunctions/areas/registry/documents'
import type { Evidence } from '../contract/dividend'
import { COOPERATIVE } from './people'
import { PERSONA_NAMES } from './words'

const OFFICER = { personId: 'person-officer-1', name: PERSONA_NAMES.cooperative, openid: 'demo-cooperative' }

/** The 8 contracts; two years are behind them, this year's items are due on 20 December. */
export function makeDividends(households: Household[], now: Date) {
  const contracts: RearingContract[] = []
  const items: DividendItem[] = []
  const entries: DividendEntry[] = []
  const year = now.getUTCFullYear()
  for (const [index, household] of households.filter((each) => each.assisted).entries()) {
    const contract: RearingContract = {
      _id: `contract-${index + 1}`,
      number: `DY-${year - 2}-${String(index + 1).padStart(3, '0')}`,
      householdId: household._id,
      headId: household.headId,
      headName: household.headName,
      village: household.village,
      villageName: household.villageName,
      cooperativeId: COOPERATIVE.id,
      cooperativeName: COOPERATIVE.name,
      companyName: COOPERATIVE.company,
      animals: '能繁母猪 1 头、仔猪 8 头',
      principalFen: 1_000_000,
      annualFen: 100_000,
      premiumFen: 21_600,
      coverFen: 20_000_000,
      startsOn: `${year - 2}-07-01`,
      termYears: 3,
      payBy: '12-20',
    }
    contracts.push(contract)
    for (const item of scheduleOf(contract)) items.push(item.year <= 2 ? settle(item, entries) : item)
  }
  return { contracts, items, entries }
}

/** An item as the co-op confirmed it two days before it was due. */
function settle(item: DividendItem, entries: DividendEntry[]): DividendItem {
  const day = `${item.dueYear}-12-18`
  const at = `${day}T02:00:00.000Z`
  const evidence: Evidence =
    item.kind === 'dividend'
      ? { kind: 'dividend', paidOn: day, method: 'card', photos: [] }
      : item.kind === 'insurance'
        ? {
            kind: 'insurance',
            boughtOn: day,
            policyNumber: `YL${item.dueYear}${item.contractId.replace(/\D/g, '').padStart(6, '0')}`,
            photos: [],
          }
        : { kind: 'gift', givenOn: day, what: '大米 20 斤、菜油 1 桶', photos: [] }
  entries.push({
    _id: entryId(item._id, 1),
    itemId: item._id,
    contractId: item.contractId,
    cooperativeId: item.cooperativeId,
    type: 'confirm',
    amountFen: item.amountFen,
    evidence,
    by: OFFICER,
    at,
  })
  return { ...item, state: 'confirmed', entries: 1, confirmation: { evidence, at, by: OFFICER.name } }
}
