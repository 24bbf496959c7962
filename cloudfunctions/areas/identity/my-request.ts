import type { Handler } from '../../platform/dispatch'
import { ownRequest } from './own-request'

/** One round trip. */
export const myRequest: Handler<'identity.myRequest'> = async (_, context) => ({
  match: context.configuration.bindingByMatch,
  request: await ownRequest(context),
})
