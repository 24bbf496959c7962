import { createHash } from 'node:crypto'
import { placesOf } from '../../platform/audit'
import type { Context } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import type { Region } from '../registry/documents'
import type { BindingRequest } from './documents'

/** An account has one request, told apart without its openid: the id goes to the informant's phone. */
export const requestIdOf = (openid: string): string =>
  `asks-${createHash('sha256').update(openid).digest('hex').slice(0, 32)}`

/** Writes the request of an account in place of its earlier one; jobs tell the informants. One round trip. */
export const writeRequest = (
  transaction: Transaction,
  { openid, now }: Pick<Context, 'openid' | 'now'>,
  village: Region,
  asked: Pick<BindingRequest, 'name' | 'phone' | 'proposed' | 'consent'>,
) =>
  transaction.set<BindingRequest>('bindingRequests', {
    _id: requestIdOf(openid),
    openid,
    village: village._id,
    villageName: village.name,
    ...asked,
    at: now.toISOString(),
    state: 'open',
    places: placesOf(village._id),
    toTell: true,
  })

/** What the log says of an asking: about the village, since who asks is nobody yet. */
export const toldOf = ({ _id, name }: Region) => ({
  about: [{ kind: 'binding' as const, id: _id, name, place: _id }],
})
