import type { Handler } from '../../platform/dispatch'
import { agreedTo } from './consents'

/** Five round trips. */
export const consent: Handler<'identity.consent'> = async ({ version }, { once, openid, now }) => {
  const agreed = agreedTo(version, now)
  return once(async (transaction) => {
    await transaction.update('accounts', openid, { consent: agreed })
    return { agreed: true as const }
  })
}
