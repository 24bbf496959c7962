import { countyOf } from '../../../contract/regions'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { Expert } from './documents'
import { presentExperts } from './present'
import { wordsAsked } from './rules'

/** Three round trips at most (experts, townships, photos' verdicts) and one of storage. */
export const list: Handler<'expert.list'> = async ({ field, crop, township, cursor }, { account, now }) => {
  const words = wordsAsked({
    ...(field ? { field } : {}),
    ...(crop ? { crop } : {}),
    ...(township ? { township } : {}),
  })
  // One's own county's, or a township's; a visitor of whom nothing is known sees all there are.
  const place = township ?? account?.village
  const from = cursor === undefined ? '' : fromCursor(cursor).value
  const county = place === undefined ? '' : countyOf(place)
  const within = command.lt(`${county}:`).and(from > county ? command.gt(from) : command.gte(county))
  const query = collection('experts').where({ search: command.in(words), order: within })
  const found = page(
    await rows<Expert>(query.orderBy('order', 'asc').limit(PAGE + 1)),
    PAGE,
    ({ order }) => ({
      value: order,
      id: order,
    }),
  )
  return { experts: await presentExperts(found.rows, now), next: found.next }
}
