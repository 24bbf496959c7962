import type { Context } from '../../platform/context'
import { collection, command, inTransaction, rows, type Transaction } from '../../platform/database'
import { notify } from '../notification/notify'
import type { Person } from '../registry/documents'
import type { BindingRequest, BindingTries } from './documents'

type Surroundings = Pick<Context, 'now' | 'configuration'>

/** Requests a run takes on, and informants of a village. */
const BATCH = 50

/**
 * Tells a village's informants who asks to be bound, and once of a name that is tried again and again. One transaction for
 * each, so that a run that dies tells either all of them or, at the next run, all of them.
 */
export async function tellInformants(context: Surroundings): Promise<{ informantsTold: number }> {
  const [asking, tried] = await Promise.all([
    rows<BindingRequest>(
      collection('bindingRequests').where({ toTell: true }).orderBy('at', 'asc').limit(BATCH),
    ),
    rows<BindingTries>(collection('bindingTries').where({ toTell: true }).limit(BATCH)),
  ])
  let informantsTold = 0
  for (const { _id, village } of asking) {
    const informants = await informantsOf(village)
    informantsTold += await inTransaction((transaction) => tellAsking(transaction, _id, informants, context))
  }
  for (const { _id, village } of tried) {
    const informants = await informantsOf(village)
    informantsTold += await inTransaction((transaction) => tellTries(transaction, _id, informants, context))
  }
  return { informantsTold }
}

async function tellAsking(
  transaction: Transaction,
  requestId: string,
  informants: readonly Person[],
  context: Surroundings,
): Promise<number> {
  const request = await transaction.get<BindingRequest>('bindingRequests', requestId)
  if (!request?.toTell) return 0
  for (const { _id, openid } of informants)
    await notify(transaction, context, {
      event: `asked:${requestId}:${Date.parse(request.at)}`,
      to: { id: _id, openid },
      title: `${request.name}要登记微信`,
      text: `${request.villageName}，请核对是不是本人，再点同意。`,
      page: '/desk/informant/requests/index',
    })
  await transaction.update('bindingRequests', requestId, { toTell: false })
  return informants.length
}

async function tellTries(
  transaction: Transaction,
  triesId: string,
  informants: readonly Person[],
  context: Surroundings,
): Promise<number> {
  const tries = await transaction.get<BindingTries>('bindingTries', triesId)
  if (!tries?.toTell) return 0
  for (const { _id, openid } of informants)
    await notify(transaction, context, {
      event: `tried:${triesId.slice(0, 32)}:${Date.parse(tries.endsAt)}`,
      to: { id: _id, openid },
      title: '有人反复试着登记',
      text: '有人用身份证号后六位反复试着登记您村的同一个人。同意申请前请当面或打电话核对。',
      page: '/desk/informant/requests/index',
    })
  await transaction.update('bindingTries', triesId, { toTell: false })
  return informants.length
}

const informantsOf = (village: string) =>
  rows<Person>(
    collection('people')
      .where({
        roles: command.elemMatch({ role: 'informant', scope: village } as never),
        archived: command.exists(false),
      })
      .limit(BATCH),
  )
