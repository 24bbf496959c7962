import type { Parsed } from '../../../contract'
import type { Thing } from '../../../contract/audit'
import { checkText } from '../../platform/content'
import type { KnownContext } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { bind } from './bind'
import { decidingScopes } from './binding-requests'
import { byOf, chargeOf, requireMayBind } from './charge'
import type { BindingRequest } from './documents'

type Decision = Parsed<'identity.decideBinding'>
interface Decided {
  requestId: string
  state: 'accepted' | 'refused'
}

/** Ten round trips; fewer to refuse, and then WeChat's look at the reason, which the asker reads. */
export const decideBinding: Handler<'identity.decideBinding'> = async (decision, context) => {
  const { accept, personId, reason } = decision
  if (!accept) await checkText(context.openid, reason)
  let about: Thing[] = []
  const work = async (transaction: Transaction): Promise<Decided> => {
    const request = await requestIn(transaction, decision, context)
    if (accept && personId !== undefined) about = [await accepted(transaction, request, personId, context)]
    else about = [{ kind: 'binding', id: request.village, name: request.villageName, place: request.village }]
    const at = context.now.toISOString()
    await transaction.update('bindingRequests', request._id, {
      state: accept ? 'accepted' : 'refused',
      toTell: false,
      decided: {
        ...byOf(context),
        at,
        ...(reason ? { reason } : {}),
        ...(accept && personId ? { boundTo: personId } : {}),
      },
    })
    return { requestId: request._id, state: accept ? 'accepted' : 'refused' }
  }
  return context.once(work, undefined, () => ({ about, ...(reason ? { reason } : {}) }))
}

/** The request as it is now, if the caller may decide it and has seen it as it is. */
async function requestIn(
  transaction: Transaction,
  { requestId, at }: Decision,
  context: KnownContext,
): Promise<BindingRequest> {
  const request = await transaction.get<BindingRequest>('bindingRequests', requestId)
  if (!request || !decidingScopes(context).some((scope) => request.places.includes(scope)))
    throw new Refused('NOT_FOUND')
  if (request.state !== 'open') throw new Refused('REQUEST_DECIDED')
  if (request.at !== at) throw new Refused('STALE')
  return request
}

async function accepted(
  transaction: Transaction,
  { openid, consent }: BindingRequest,
  personId: string,
  context: KnownContext,
): Promise<Thing> {
  const person = chargeOf(
    context.account,
    ['informant', 'bureau'],
    await transaction.get<Person>('people', personId),
  )
  requireMayBind(context, person)
  if (person.openid) throw new Refused(person.openid === openid ? 'ACCOUNT_BOUND' : 'PERSON_BOUND')
  await bind(transaction, context, { person, openid, consent, how: 'request', by: byOf(context) })
  return thingOfPerson(person)
}
