import { recordLook } from '../../../platform/audit'
import { scopesOf } from '../../../platform/context'
import { collection, command, oneOf, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { fromCursor, page } from '../../../platform/paging'
import type { NotificationDocument } from '../../notification/documents'
import type { Person } from '../../registry/documents'

const ROWS = 50
const DAYS = 30
const DAY_MS = 24 * 3_600_000

/** Three round trips: the messages; then who they are for, and that somebody looked. */
export const tellOthers: Handler<'training.tellOthers'> = async ({ cursor }, context) => {
  const { account, now } = context
  const villages = scopesOf(account, 'informant')
  const [village] = villages
  if (village === undefined) return { messages: [] }
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const since = new Date(now.getTime() - DAYS * DAY_MS).toISOString()
  // What is over need not be told any more; few are left out, so that no index is needed for them.
  const matters = command.or([
    { relayUntil: command.exists(false) },
    { relayUntil: command.gt(now.toISOString()) },
  ])
  const following = after
    ? [command.or([{ at: command.lt(after.value) }, { at: after.value, _id: command.lt(after.id) }])]
    : []
  const where = command.and([
    { relayTo: oneOf(villages), at: command.gte(since) },
    matters,
    ...following,
  ] as object[])
  const query = collection('notifications')
    .where(where as object)
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
  const shown = page(await rows<NotificationDocument>(query.limit(ROWS + 1)), ROWS, ({ at, _id }) => ({
    value: at,
    id: _id,
  }))
  if (shown.rows.length === 0) return { messages: [] }
  const [people] = await Promise.all([
    peopleOf(shown.rows.map(({ to }) => to)),
    recordLook(context, { kind: 'region', id: village, name: village, place: village }),
  ])
  return {
    messages: shown.rows.map(({ _id, to, at, title, text, page }) => {
      const person = people.get(to)
      return {
        id: _id,
        personId: to,
        name: person?.name ?? '',
        villageName: person?.villageName ?? '',
        phone: person?.phone,
        at,
        title,
        text,
        page,
      }
    }),
    next: shown.next,
  }
}

async function peopleOf(ids: readonly string[]): Promise<Map<string, Person>> {
  const distinct = [...new Set(ids)]
  const query = collection('people')
    .where({ _id: command.in(distinct) })
    .limit(distinct.length)
  return new Map((await rows<Person>(query)).map((person) => [person._id, person]))
}
