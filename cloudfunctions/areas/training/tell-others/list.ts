import { recordLook } from '../../../platform/audit'
import { scopesOf } from '../../../platform/context'
import { collection, command, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { fromCursor, page } from '../../../platform/paging'
import type { Person } from '../../registry/documents'
import type { EnrolmentDocument, Relay } from '../documents'
import { toPassOn } from './relay'

const ROWS = 50

/** Three round trips: what is to be passed on; then the people it is for, and that somebody looked. */
export const tellOthers: Handler<'training.tellOthers'> = async ({ cursor }, context) => {
  const { account, now } = context
  const villages = scopesOf(account, 'informant')
  const [village] = villages
  if (village === undefined) return { messages: [] }
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const mine = toPassOn(villages, now)
  const following = after && [
    command.or([
      { 'relay.at': command.lt(after.value) },
      { 'relay.at': after.value, _id: command.lt(after.id) },
    ]),
  ]
  const query = collection('enrolments')
    .where(following ? command.and([mine, ...following]) : mine)
    .orderBy('relay.at', 'desc')
    .orderBy('_id', 'desc')
  const found = await rows<EnrolmentDocument & { relay: Relay }>(query.limit(ROWS + 1))
  const shown = page(found, ROWS, ({ relay, _id }) => ({ value: relay.at, id: _id }))
  if (shown.rows.length === 0) return { messages: [] }
  const [people] = await Promise.all([
    peopleOf(shown.rows.map(({ personId }) => personId)),
    recordLook(context, { kind: 'region', id: village, name: village, place: village }),
  ])
  return {
    messages: shown.rows.map(({ personId, personName, relay: { message, at, title, text, page } }) => {
      const person = people.get(personId)
      return {
        id: message,
        personId,
        name: person?.name ?? personName,
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
