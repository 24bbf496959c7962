import { sayTime } from '../../../contract/time'
import { checkText } from '../../platform/content'
import type { Context } from '../../platform/context'
import { collection, rows, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { keyedHash } from '../../platform/secrets'
import type { Person } from '../registry/documents'
import { matchHashOf } from '../registry/hashes'
import { toldOf, writeRequest } from './asking'
import { agreedTo } from './consents'
import type { BindingTries } from './documents'
import { ALARMING_TRIES, waitMinutes } from './rules'
import { villageNamed } from './village'

const MINUTE_MS = 60_000
/** A name nobody has tried for so long begins anew. */
const FORGOTTEN_MS = 24 * 60 * MINUTE_MS

/**
 * Nine round trips, the same whether anything fits: what is written and answered tells nothing. A match only proposes;
 * the informant or the bureau decides (decide-binding.ts).
 */
export const matchBinding: Handler<'identity.matchBinding'> = async (input, context) => {
  const { account, configuration, now, openid } = context
  if (!configuration.bindingByMatch) throw new Refused('MATCH_OFF')
  if (account) throw new Refused('ACCOUNT_BOUND')
  const consent = agreedTo(input.consent, now)
  const village = await villageNamed(input.village)
  await checkText(openid, input.name)
  const proposed = await proposedBy(input, context)
  return context.once(
    async (transaction) => {
      await countTry(transaction, input, context)
      await writeRequest(transaction, context, village, { name: input.name, proposed, consent })
      return { state: 'open' as const }
    },
    undefined,
    toldOf(village),
  )
}

async function proposedBy(
  asked: { village: string; name: string; lastSix: string },
  { configuration }: Context,
) {
  const matchHash = matchHashOf(asked, configuration)
  const found = await rows<Person>(collection('people').where({ matchHash }).limit(5))
  const free = found.filter(({ archived }) => !archived)
  // Two who fit are none: the informant has to look anyway.
  const [only, another] = free
  return only && !another ? { personId: only._id, name: only.name, place: only.place } : undefined
}

/**
 * Counts a try at a name in a village, whoever tries. From the fourth on each waits longer for the next, at most an hour:
 * it slows down and never locks. TOO_OFTEN with the time to come back; such a try is not counted. Two round trips.
 */
async function countTry(
  transaction: Transaction,
  { village, name }: { village: string; name: string },
  { configuration, now }: Context,
): Promise<void> {
  const _id = keyedHash(`tries\n${village}\n${name}`, configuration)
  const at = now.toISOString()
  const found = await transaction.get<BindingTries>('bindingTries', _id)
  const before = found && found.endsAt > at ? found : null
  if (before && before.nextAt > at)
    throw new Refused(
      'TOO_OFTEN',
      `这个名字试得太多了。请在${sayTime(before.nextAt, now)} 以后再试，或者找本村信息员。`,
    )
  const tries = (before?.tries ?? 0) + 1
  const after = (ms: number) => new Date(now.getTime() + ms).toISOString()
  await transaction.set<BindingTries>('bindingTries', {
    _id,
    village,
    tries,
    nextAt: after(waitMinutes(tries) * MINUTE_MS),
    toTell: tries === ALARMING_TRIES || (before?.toTell ?? false),
    endsAt: after(FORGOTTEN_MS),
  })
}
