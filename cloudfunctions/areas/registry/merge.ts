import type { ErrorCode } from '../../../contract/errors'
import type { RoleGrant } from '../../../contract/identity'
import type { Archived, Person } from './documents'
import type { Told } from './put-person'

/** What else stands behind two people who are to be one. */
export interface Facts {
  /** Classes both have signed up for. */
  bothIn: number
  /** Others in the household of which `drop` is head, and whether it has a contract. */
  othersOfDrop: number
  contractOfDrop: boolean
  /** Assisted households `drop` is responsible for. */
  caredForByDrop: number
}

/** Whether `drop` is head of a household that `keep` does not belong to and will not take over. */
const leavesHousehold = (keep: Person, drop: Person): boolean =>
  drop.isHead && keep.householdId !== undefined && keep.householdId !== drop.householdId

/** Why two people cannot be made one, if they cannot. */
export function mergeObstacle(keep: Person, drop: Person, facts: Facts): ErrorCode | undefined {
  if (keep.archived || drop.archived) return 'ARCHIVED'
  if (keep.identityHash && drop.identityHash && keep.identityHash !== drop.identityHash) return 'NOT_THE_SAME'
  if (keep.openid && drop.openid) return 'TWO_ACCOUNTS'
  if (drop.roles?.some(({ role }) => role === 'expert') || facts.caredForByDrop > 0) return 'KEEP_THE_OTHER'
  if (facts.bothIn > 0) return 'TWO_ENROLMENTS'
  if (leavesHousehold(keep, drop) && facts.othersOfDrop > 0) return 'HEAD_STAYS'
  if (leavesHousehold(keep, drop) && facts.contractOfDrop) return 'HAS_CONTRACT'
  return undefined
}

/** Of two grants of one role and scope the longer: without an end is longest. */
function unitedRoles(roles: readonly RoleGrant[]): RoleGrant[] {
  const united = new Map<string, RoleGrant>()
  for (const grant of roles) {
    const key = `${grant.role}:${grant.scope ?? ''}`
    const other = united.get(key)
    const longer =
      !other || grant.until === undefined || (other.until !== undefined && other.until < grant.until)
    if (longer) united.set(key, grant)
  }
  return [...united.values()]
}

/** Who `keep` becomes: what they lacked, and the roles, agents and former ids of both. */
export function mergedPerson(keep: Person, drop: Person): Told {
  const whose = new Set([keep._id, drop._id])
  const agents = [...new Set([...(keep.agents ?? []), ...(drop.agents ?? [])])].filter((id) => !whose.has(id))
  const agreements = [...(keep.agreements ?? []), ...(drop.agreements ?? [])].filter(
    ({ personId }, index, all) =>
      agents.includes(personId) && all.findIndex((each) => each.personId === personId) === index,
  )
  const roles = unitedRoles([...(keep.roles ?? []), ...(drop.roles ?? [])])
  const { householdId, village, villageName, home, place, isHead, relation } = drop
  const household = keep.householdId === undefined && householdId !== undefined
  const takesOver = drop.isHead && keep.householdId === householdId
  return {
    ...keep,
    ...(household ? { householdId, village, villageName, home, place, isHead, relation } : {}),
    ...(takesOver ? { isHead: true, relation } : {}),
    openid: keep.openid ?? drop.openid,
    phone: keep.phone ?? drop.phone,
    ...(keep.agents || drop.agents ? { agents, agreements } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    formerIds: [...new Set([...(keep.formerIds ?? []), drop._id, ...(drop.formerIds ?? [])])],
  }
}

/** Whether `keep` becomes the head of the household that `drop` was head of. */
export const takesOverHousehold = (keep: Person, drop: Person): boolean =>
  drop.isHead && !leavesHousehold(keep, drop)

/** What is left of `drop`: where they were, and who they are now. Nobody is found by their number here any more. */
export function droppedPerson(drop: Person, archived: Archived & { mergedInto: string }): Told {
  const {
    openid: _,
    roles: __,
    agents: ___,
    agreements: _______,
    identity: ____,
    identityHash: _____,
    matchHash: ______,
    ...left
  } = drop
  return { ...left, isHead: false, archived, leaving: true }
}
