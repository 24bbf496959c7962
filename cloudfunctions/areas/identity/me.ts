import type { Handler } from '../../platform/dispatch'
import { visitorsRequest } from './own-request'
import { presentMe } from './present'

/** No round trip beyond knowing the caller; one for a visitor, who may wait for an answer. */
export const me: Handler<'identity.me'> = async (_, context) => ({
  ...presentMe(context),
  request: await visitorsRequest(context),
})
