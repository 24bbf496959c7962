import type { Thing } from '../../../contract/audit'
import { maskedNumber, maskedPhone } from '../../../contract/identity-number'
import type { PersonCard } from '../../../contract/registry'
import { recordLook } from '../../platform/audit'
import type { KnownContext } from '../../platform/context'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { unseal } from '../../platform/secrets'
import { rolesOf } from '../identity/bound'
import { wholeHousehold } from './cards'
import type { Person } from './documents'
import { ageOf, inOrder, presentMember } from './present'
import { CALLING, homeOf, OFFICIALS, READING, reaches, reachOf } from './scope'

/** Three round trips: the person, the household, and that they were looked at. */
export const person: Handler<'registry.person'> = async ({ personId }, context) => {
  const found = await read<Person>('people', personId)
  const home = found ? homeOf(found) : undefined
  if (!found || !reaches(reachOf(context.account, READING), home)) throw new Refused('NOT_FOUND')
  const [household] = await Promise.all([
    householdOf(found, context),
    recordLook(context, thingOfPerson(found)),
  ])
  const may = (roles: Parameters<typeof reachOf>[1]) => reaches(reachOf(context.account, roles), home)
  const card: PersonCard = {
    personId: found._id,
    version: found.version ?? 0,
    name: found.name,
    birthYear: found.birthYear,
    age: ageOf(found, context.now),
    place: found.place,
    region: home,
    isHead: found.isHead,
    relation: found.relation,
    phone: found.phone && (may(CALLING) ? found.phone : maskedPhone(found.phone)),
    identityNumber: numberOf(found, context),
    hasWeChat: Boolean(found.openid),
    roles: rolesOf(found),
    household,
    archived: found.archived,
    mayChange: may(['bureau']),
  }
  return card
}

/** Somebody as what an entry of the audit log is about. */
export const thingOfPerson = (found: Pick<Person, '_id' | 'name' | 'village' | 'home'>): Thing => ({
  kind: 'person',
  id: found._id,
  name: found.name,
  place: homeOf(found),
})

async function householdOf({ householdId }: Person, { account, now }: KnownContext) {
  const found = householdId ? await wholeHousehold(householdId) : undefined
  if (!found) return undefined
  return {
    householdId: found._id,
    headName: found.headName,
    address: found.address,
    assisted: reaches(reachOf(account, OFFICIALS), found.village) ? found.assisted : undefined,
    members: inOrder(found.members.filter(({ archived }) => !archived)).map((each) =>
      presentMember(each, now),
    ),
  }
}

function numberOf({ _id, identity }: Person, { configuration }: KnownContext): string | undefined {
  if (!identity) return undefined
  try {
    return maskedNumber(unseal(identity, _id, configuration))
  } catch {
    // Its key is gone: the rest of the card is of use all the same.
    return '*'.repeat(18)
  }
}
