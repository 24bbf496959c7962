import { checkText } from '../../platform/content'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { toldOf, writeRequest } from './asking'
import { agreedTo } from './consents'
import { villageNamed } from './village'

/** Six round trips, and WeChat's look at the name: the informant reads it. */
export const requestBinding: Handler<'identity.requestBinding'> = async (input, context) => {
  if (context.account) throw new Refused('ACCOUNT_BOUND')
  const consent = agreedTo(input.consent, context.now)
  const village = await villageNamed(input.village)
  await checkText(context.openid, input.name)
  const { name, phone } = input
  return context.once(
    async (transaction) => {
      await writeRequest(transaction, context, village, { name, phone, consent })
      return { state: 'open' as const }
    },
    undefined,
    toldOf(village),
  )
}
