import type { Output, Parsed } from '../../../contract'
import { ITEM_NAMES } from '../../../contract/dividend'
import { ERRORS } from '../../../contract/errors'
import { formatYuan } from '../../../contract/money'
import { dayOf, sayDay, startOfDay } from '../../../contract/time'
import type { KnownContext } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { requireOwnFiles, requireUploaded } from '../../platform/files'
import { Refused } from '../../platform/refusal'
import { field } from '../notification/fields'
import { append, itemOfOfficer } from './ledger'
import { dayOfEvidence, howOf } from './present'
import { tellHousehold } from './tell-household'
import { unsafeTexts } from './unsafe-texts'

type Asked = Parsed<'dividend.confirm'>['items'][number]
type Result = Output<'dividend.confirm'>['results'][number]

/** One transaction of at most ten round trips for each item; one item's refusal does not touch the others. */
export const confirm: Handler<'dividend.confirm'> = async ({ items }, context) => {
  const photos = items.flatMap((item) => item.evidence.photos)
  requireOwnFiles(context.openid, context.configuration, photos)
  const written = items.flatMap(({ evidence }) => (evidence.kind === 'gift' ? [evidence.what] : []))
  const [unsafe] = await Promise.all([unsafeTexts(context.openid, written), requireUploaded(photos)])
  const results: Result[] = []
  for (const item of items) {
    const { evidence, itemId } = item
    if (evidence.kind === 'gift' && unsafe.has(evidence.what))
      results.push({ itemId, done: false, error: { code: 'UNSAFE_TEXT', message: ERRORS.UNSAFE_TEXT } })
    else results.push(await confirmOne(item, context))
  }
  return { results }
}

async function confirmOne(asked: Asked, context: KnownContext): Promise<Result> {
  const { itemId } = asked
  try {
    await context.once((transaction) => confirmItem(transaction, asked, context), itemId)
    return { itemId, done: true }
  } catch (error) {
    // A refusal that is about the request, not the item, is the whole answer: the client sends it again.
    if (!(error instanceof Refused) || error.code === 'BUSY' || error.code === 'REQUEST_REUSED') throw error
    return { itemId, done: false, error: { code: error.code, message: error.message } }
  }
}

async function confirmItem(
  transaction: Transaction,
  { itemId, evidence }: Asked,
  context: KnownContext,
): Promise<true> {
  const { account, now } = context
  const item = await itemOfOfficer(transaction, context, itemId)
  if (item.state !== 'due') throw new Refused('ITEM_CONFIRMED')
  if (evidence.kind !== item.kind) throw new Refused('WRONG_EVIDENCE')
  const day = dayOfEvidence(evidence)
  if (day > dayOf(now)) throw new Refused('PAID_IN_FUTURE')
  await append(
    transaction,
    context,
    item,
    { type: 'confirm', amountFen: item.amountFen, evidence },
    {
      state: 'confirmed',
      confirmation: { evidence, at: now.toISOString(), by: account.name },
      dispute: null,
      officersToTell: false,
      photos: evidence.photos.map((fileID) => ({ fileID })),
      photosToCheck: evidence.photos.length > 0,
      photosCheckAt: '',
    },
  )
  const what = ITEM_NAMES[item.kind]
  const money = item.kind === 'dividend' ? ` ${formatYuan(item.amountFen)}` : ''
  await tellHousehold(transaction, context, item, {
    event: `confirmed:${itemId}:${item.entries + 1}`,
    title: `${item.dueYear} 年的${what}${item.kind === 'dividend' ? '已到账' : '已办好'}`,
    text: `${sayDay(day, now)}，${howOf(evidence)}${money}。没收到请点进来告诉我们。`,
    page: '/dividend/mine/index',
    template: {
      kind: 'dividendConfirmed',
      values: {
        thing1: field.thing(`${item.dueYear} 年${what}`),
        amount2: field.amount(item.amountFen),
        time3: field.time(startOfDay(day)),
        thing4: field.thing('没收到请点进来告诉我们'),
      },
    },
  })
  return true
}
