import type { Output, Parsed } from '../../../contract'
import { MOST_INVITED, type RoleGrant } from '../../../contract/identity'
import { placesOf } from '../../platform/audit'
import type { KnownContext } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { isDuplicate } from '../../platform/passing'
import { Refused } from '../../platform/refusal'
import { thingOfPerson } from '../registry/person'
import { homeOf } from '../registry/scope'
import { byOf, inCharge, requireMayBind } from './charge'
import { newCode } from './codes'
import type { Invitation } from './documents'
import { grantFor } from './grants'
import { INVITING, type Invitee, inCareOf, inviteesById, inviteesOf } from './inviting'

type Result = Output<'identity.invite'>['results'][number]
type Wanted = Parsed<'identity.invite'>

const DAY_MS = 24 * 60 * 60_000

/**
 * For one person: who they are, whether they are the caller's, one read for each role, and seven round trips of which two
 * revoke an earlier code. For several the transaction for each.
 */
export const invite: Handler<'identity.invite'> = async (input, context) => {
  const { people, next } = await wanted(input, context)
  const may = await inCareOf(
    context,
    [...people.values()].filter((each) => each !== undefined),
  )
  const results: Result[] = []
  for (const [personId, person] of people)
    results.push(await inviteOne(personId, person && may.has(personId) ? person : undefined, input, context))
  return { results, next }
}

async function wanted({ personIds, village, cursor }: Wanted, { account }: KnownContext) {
  if (village === undefined) {
    const ids = [...new Set(personIds)]
    const found = new Map((await inviteesById(ids)).map((person) => [person._id, person]))
    return { people: new Map(ids.map((id) => [id, found.get(id)])), next: undefined }
  }
  if (!inCharge(account, INVITING, { village })) throw new Refused('NOT_FOUND')
  const { rows, next } = await inviteesOf(village, cursor, MOST_INVITED)
  return { people: new Map<string, Invitee | undefined>(rows.map((each) => [each._id, each])), next }
}

async function inviteOne(
  personId: string,
  person: Invitee | undefined,
  input: Wanted,
  context: KnownContext,
): Promise<Result> {
  try {
    if (!person) throw new Refused('NOT_FOUND')
    const standing =
      input.village && person.open.find(({ expiresAt }) => expiresAt > context.now.toISOString())
    if (standing) return { personId, name: person.name, code: standing._id, expiresAt: standing.expiresAt }
    if (person.openid && !input.replace) throw new Refused('PERSON_BOUND')
    requireMayBind(context, person)
    if (input.replace && !inCharge(context.account, INVITING, person)) throw new Refused('FORBIDDEN')
    const grants: RoleGrant[] = []
    for (const grant of input.grants) {
      if (personId === context.account.personId) throw new Refused('FORBIDDEN')
      grants.push(await grantFor(context, person, grant))
    }
    const many = input.village !== undefined || (input.personIds?.length ?? 0) > 1
    return await make(person, grants, input, context, many ? personId : undefined)
  } catch (error) {
    // A refusal that is about the request, not the person, is the whole answer: the client sends it again.
    if (!(error instanceof Refused) || error.code === 'BUSY' || error.code === 'REQUEST_REUSED') throw error
    const name = error.code === 'NOT_FOUND' ? '' : (person?.name ?? '')
    return { personId, name, error: { code: error.code, message: error.message } }
  }
}

/** A code by chance that is there already (one in millions) is another. */
async function make(
  person: Invitee,
  grants: RoleGrant[],
  input: Wanted,
  context: KnownContext,
  part: string | undefined,
): Promise<Result> {
  for (let tries = 1; ; tries++)
    try {
      return await context.once((transaction) => write(transaction, person, grants, input, context), part, {
        about: [thingOfPerson(person)],
      })
    } catch (error) {
      if (!isDuplicate(error) || tries === 3) throw error
    }
}

async function write(
  transaction: Transaction,
  person: Invitee,
  grants: RoleGrant[],
  { replace, days }: Wanted,
  context: KnownContext,
): Promise<Result> {
  const at = context.now.toISOString()
  const by = byOf(context)
  for (const { _id } of person.open.slice(0, 1)) {
    const earlier = await transaction.get<Invitation>('invitations', _id)
    if (earlier?.state === 'open')
      await transaction.update('invitations', _id, {
        state: 'revoked',
        revokedBy: { ...by, at, reason: '换了新码' },
      })
  }
  const invitation: Invitation = {
    _id: newCode(),
    personId: person._id,
    name: person.name,
    place: person.place,
    grants,
    covers: [...(person.roles ?? []), ...grants].map(({ role, scope }) =>
      scope ? { role, scope } : { role },
    ),
    replace,
    madeBy: by,
    at,
    expiresAt: new Date(context.now.getTime() + days * DAY_MS).toISOString(),
    state: 'open',
    places: placesOf(homeOf(person)),
  }
  await transaction.create('invitations', invitation)
  return {
    personId: person._id,
    name: person.name,
    code: invitation._id,
    expiresAt: invitation.expiresAt,
  }
}
