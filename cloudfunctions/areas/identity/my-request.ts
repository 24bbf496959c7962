import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { requestIdOf } from './asking'
import type { BindingRequest } from './documents'

/** One round trip. */
export const myRequest: Handler<'identity.myRequest'> = async (_, { openid, configuration }) => {
  const found = await read<BindingRequest>('bindingRequests', requestIdOf(openid))
  const match = configuration.bindingByMatch
  if (!found) return { match }
  const { state, name, villageName, at, decided } = found
  return { match, request: { state, name, villageName, at, reason: decided?.reason } }
}
