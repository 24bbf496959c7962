import { beijing } from '../../../contract/time'
import { ownIds } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { Person } from '../registry/documents'

/** One round trip, served by (agents, id). */
export const actingFor: Handler<'identity.actingFor'> = async ({ cursor }, { account, now }) => {
  const mine = ownIds(account)
  const after = cursor === undefined ? {} : { _id: command.gt(fromCursor(cursor).id) }
  const found = await rows<Person>(
    collection('people')
      .where({ agents: command.in(mine), archived: command.exists(false), ...after })
      .orderBy('_id', 'asc')
      .limit(PAGE + 1),
  )
  const shown = page(found, PAGE, (row) => ({ value: '', id: row._id }))
  return {
    people: shown.rows.map(({ _id, name, villageName = '', birthYear, agreements = [] }) => ({
      personId: _id,
      name,
      villageName,
      age: beijing(now).year() - birthYear,
      relation: agreements.find(({ personId }) => mine.includes(personId))?.relation ?? '',
    })),
    next: shown.next,
  }
}
