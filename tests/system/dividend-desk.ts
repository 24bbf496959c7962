import type {
  DividendEntry,
  DividendItem,
  RearingContract,
} from '../../cloudfunctions/areas/dividend/documents'
import { scheduleOf } from '../../cloudfunctions/areas/dividend/rules'
import type { Account } from '../../cloudfunctions/areas/identity/documents'
import type { Input } from '../../contract'
import { GUIDELINE } from '../../contract/guideline'
import { COUNTY } from '../../demo/people'
import type { Cloud } from './cloud'

export const TODAY = new Date(Date.now() + 8 * 60 * 60_000).toISOString().slice(0, 10)
export const YESTERDAY = new Date(Date.now() - 16 * 60 * 60_000).toISOString().slice(0, 10)
export const YEAR = Number(TODAY.slice(0, 4))

type Asked = Input<'dividend.confirm'>['items'][number]

/** A receipt, uploaded by the co-op's officer. */
export async function uploadReceipt(cloud: Cloud, openid = 'demo-cooperative', content = 'receipt') {
  const { uploadPrefix } = await cloud.must(openid, 'identity.me', {})
  const response = await fetch(`${cloud.emulator.url}/upload?path=${uploadPrefix}${Math.random()}.jpg`, {
    method: 'POST',
    headers: { 'x-demo-openid': openid },
    body: content,
  })
  return ((await response.json()) as { fileID: string }).fileID
}

export const paid = (itemId: string, ...photos: string[]): Asked => ({
  itemId,
  evidence: { kind: 'dividend', paidOn: YESTERDAY, method: 'card', photos },
})
export const given = (itemId: string, what = '大米 20 斤'): Asked => ({
  itemId,
  evidence: { kind: 'gift', givenOn: YESTERDAY, what },
})

/** Contracts beyond the demo's eight, a household each, in the third and last year of their term. */
export function addContracts(
  cloud: Cloud,
  name: string,
  count: number,
  some: Partial<RearingContract> = {},
): { contracts: RearingContract[]; items: DividendItem[] } {
  const contracts = Array.from({ length: count }, (_, index): RearingContract => {
    const id = `${name}-${String(index + 1).padStart(3, '0')}`
    return {
      _id: id,
      number: id,
      householdId: `household-${id}`,
      headId: `head-${id}`,
      headName: `户主${index + 1}`,
      village: `${COUNTY}100200`,
      villageName: '李家湾村',
      cooperativeId: 'coop-1',
      cooperativeName: '云岭县藏香猪养殖专业合作社',
      companyName: '云岭生态畜牧有限公司',
      animals: '能繁母猪 1 头、仔猪 8 头',
      principalFen: 1_000_000,
      annualFen: 100_000,
      premiumFen: 21_600,
      coverFen: 20_000_000,
      startsOn: `${YEAR - 2}-07-01`,
      termYears: 3,
      payBy: '12-20',
      ...some,
    }
  })
  const items = contracts.flatMap(scheduleOf)
  cloud.emulator.store.insertMany('rearingContracts', contracts as never)
  cloud.emulator.store.insertMany('dividendItems', items as never)
  return { contracts, items }
}

const agreed = () => ({ consent: { version: GUIDELINE, at: new Date().toISOString() } })

/** A WeChat account with one role, which has agreed to the guideline. */
export function addAccount(cloud: Cloud, openid: string, some: Pick<Account, 'roles'> & Partial<Account>) {
  const account = {
    _id: openid,
    personId: `person-${openid}`,
    name: openid,
    place: '云岭县',
    ...agreed(),
    ...some,
  }
  cloud.emulator.store.insertMany('accounts', [account])
}
export const addOfficer = (cloud: Cloud, openid: string, cooperative: string, more: Partial<Account> = {}) =>
  addAccount(cloud, openid, {
    ...more,
    roles: [{ role: 'cooperative', scope: cooperative, scopeName: cooperative }],
  })
/** The villager of a household that addContracts made. */
export const addVillager = (cloud: Cloud, openid: string, householdId: string) =>
  addAccount(cloud, openid, {
    householdId,
    roles: [{ role: 'villager', scope: `${COUNTY}100200`, scopeName: '李家湾村' }],
  })

export const entriesOf = (cloud: Cloud, itemId: string): DividendEntry[] =>
  (cloud.emulator.store.find('dividendEntries', { itemId }, 1000) as unknown as DividendEntry[]).sort(
    (a, b) => a._id.localeCompare(b._id, 'en', { numeric: true }),
  )
export const itemOf = (cloud: Cloud, itemId: string): DividendItem => {
  const [item] = cloud.emulator.store.find('dividendItems', { _id: itemId })
  if (!item) throw new Error(`there is no ${itemId}`)
  return item as unknown as DividendItem
}
