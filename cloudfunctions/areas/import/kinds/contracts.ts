import { rows as ask, collection, command, inRegion } from '../../../platform/database'
import type { DividendItem, RearingContract } from '../../dividend/documents'
import { endsOn, scheduleOf } from '../../dividend/rules'
import type { Household, Organisation } from '../../registry/documents'
import { alike, idOf } from '../documents'
import { whereIn } from '../lookups'
import { householdsOf } from './households-of'
import { inVillages } from './in-villages'
import type { Change, Kind, Surroundings } from './kind'
import type { Read } from './rules'

/** Co-ops and companies there are at most in a county. */
const ORGANISATIONS = 100

/** The co-ops of a county's bureau. */
const cooperatives = async ({ places }: Surroundings): Promise<Organisation[]> => {
  const counties = places.scopes.map((scope) => scope.slice(0, 6))
  const where = counties.includes('')
    ? {}
    : {
        region: command.or(counties.map(inRegion)),
      }
  return ask<Organisation>(collection('organisations').where(where).limit(ORGANISATIONS))
}

/**
 * A rearing contract with every item of its term. Signed, it is never changed: a row that says something else than what is
 * stored is wrong.
 */
export const contracts: Kind = {
  async find(rows, surroundings) {
    const households = await householdsOf(rows, inVillages)
    const organisations = await cooperatives(surroundings)
    const found = rows.map((row) => households(row))
    const theirs = await whereIn<RearingContract>(
      'rearingContracts',
      'householdId',
      found.map((each) => (each && '_id' in each ? each._id : undefined)),
    )
    return rows.map((row, index) => {
      const { headName = '', number = '', startsOn = '', cooperative } = row.values as Read<'contracts'>
      const household = found[index]
      if (!household) return { key: 'headName', wrong: `这个村没有户主叫“${headName}”的户。请先导入农户。` }
      if ('wrong' in household) return household
      const coop = organisations.find(
        ({ name, kind, archived }) => name === cooperative && kind === 'cooperative' && !archived,
      )
      if (!coop)
        return { key: 'cooperative', wrong: '登记册里没有这个合作社。请从模板的下拉清单里选，或者先登记它。' }
      const same = theirs.find((each) => each.number === number)
      const running = theirs.find(
        (each) =>
          each.householdId === household._id &&
          each.number !== number &&
          startsOn !== '' &&
          endsOn(each) > startsOn,
      )
      if (!same && running)
        return { key: 'headName', wrong: `这一户的协议 ${running.number} 还没有到期。请核对。` }
      return {
        ids: {
          contract: same?._id ?? idOf('contract', coop._id, number),
          household: household._id,
          cooperative: coop._id,
        },
      }
    })
  },
  async plan({ values, village, ids }, get) {
    const read = values as Required<Read<'contracts'>>
    const household = await get<Household>('households', ids.household!)
    if (!household || household.archived) return { wrong: '这一户已经归档了。请在登记册里看看。' }
    const before = await get<RearingContract>('rearingContracts', ids.contract!)
    const after: RearingContract = {
      ...{ _id: ids.contract!, number: read.number, householdId: household._id },
      ...{ headId: household.headId, headName: household.headName },
      ...{ village: household.village, villageName: household.villageName },
      ...{ cooperativeId: ids.cooperative!, cooperativeName: read.cooperative, companyName: read.company },
      ...{ animals: read.animals, principalFen: read.principal, annualFen: read.annual },
      ...{ premiumFen: read.premium, coverFen: read.cover },
      ...{ startsOn: read.startsOn, termYears: read.termYears, payBy: read.payBy },
    }
    const about = {
      ...{ kind: 'household' as const, id: household._id, name: household.headName },
      ...(village ? { place: village.code } : {}),
    }
    if (before) {
      // The household may have another head by now; what was signed stays as it was.
      const signed = { ...after, headId: before.headId, headName: before.headName }
      return alike(before, signed)
        ? { about, changes: [] }
        : { wrong: '这份协议已经登记，内容和这里不一样。签了的协议不能改，请核对。', key: 'number' }
    }
    const items = scheduleOf(after).map(
      (item: DividendItem): Change => ({ collection: 'dividendItems', before: null, after: item }),
    )
    return { about, changes: [{ collection: 'rearingContracts', before: null, after }, ...items] }
  },
}
