import type { Me } from '../../../contract/identity'
import type { Context } from '../../platform/context'
import { read } from '../../platform/database'
import { requestIdOf } from './asking'
import type { BindingRequest } from './documents'

/** What an account asked of the informants last, and what became of it. One round trip. */
export async function ownRequest({
  openid,
  account,
}: Pick<Context, 'openid' | 'account'>): Promise<Me['request']> {
  const found = await read<BindingRequest>('bindingRequests', requestIdOf(openid))
  // Accepted, and nobody all the same: it was for the wrong one and has been undone.
  if (!found || (found.state === 'accepted' && !account)) return undefined
  const { state, name, villageName, at, decided } = found
  return { state, name, villageName, at, reason: decided?.reason }
}

/** The same for who is shown to themselves: somebody known is told by their name. No round trip for them. */
export const visitorsRequest = async (
  context: Pick<Context, 'openid' | 'account'>,
): Promise<Me['request']> => (context.account ? undefined : ownRequest(context))
