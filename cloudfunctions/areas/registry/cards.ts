import { collection } from '../../platform/database'
import type { Household, Person } from './documents'

/** More than live in one house, with those who have left it. */
const MEMBERS = 60

export interface WholeHousehold extends Household {
  members: Person[]
  cadre: Person[]
}

/** A household with everybody who is or was in it, and its cadre. One round trip. */
export async function wholeHousehold(householdId: string): Promise<WholeHousehold | undefined> {
  const { list } = (await collection('households')
    .aggregate()
    .match({ _id: householdId })
    .limit(1)
    .lookup({ from: 'people', localField: '_id', foreignField: 'householdId', as: 'members' })
    .lookup({ from: 'people', localField: 'cadreId', foreignField: '_id', as: 'cadre' })
    .end()) as unknown as { list: WholeHousehold[] }
  const [found] = list
  return found && { ...found, members: found.members.slice(0, MEMBERS) }
}
