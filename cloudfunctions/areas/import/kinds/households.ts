import { HEAD } from '../../../../contract/registry'
import type { Household, Person } from '../../registry/documents'
import { derivedHousehold, type ToldHousehold } from '../../registry/put-household'
import { alike, idOf } from '../documents'
import { whereIn } from '../lookups'
import { archivedWrongly } from './archived'
import { householdsOf } from './households-of'
import { inVillages } from './in-villages'
import type { Change, Kind } from './kind'
import { newPersonId, personWith } from './person'
import type { Read } from './rules'

/** A household and its head: both new, or the head's number and phone and the household's address and mark changed. */
export const households: Kind = {
  async find(rows) {
    const [of, numbered] = [
      await householdsOf(rows, inVillages),
      await whereIn<Person>(
        'people',
        'identityHash',
        rows.map(({ identityHash }) => identityHash),
      ),
    ]
    return rows.map((row) => {
      const { headName = '', address = '' } = row.values as Read<'households'>
      const village = row.village?.code ?? ''
      const there = of(row)
      if (there && 'wrong' in there) return there
      const person = numbered.find(({ identityHash }) => identityHash && identityHash === row.identityHash)
      if (person?.householdId && !person.archived && person.householdId !== there?._id)
        return { key: 'identity', wrong: '这个身份证号已经登记在另一户。分户、换户主请在登记册里办。' }
      return {
        ids: {
          household: there?._id ?? idOf('household', village, headName, address),
          head: there?.headId ?? person?._id ?? newPersonId(row, village, headName, headName),
        },
      }
    })
  },
  async plan(row, get, surroundings) {
    const { headName = '', address, assisted } = row.values as Read<'households'>
    const village = row.village!
    const before = await get<Household>('households', row.ids.household!)
    const wrong = archivedWrongly(before, '这一户')
    if (wrong) return { wrong }
    const there = before?.archived ? null : before
    if (there && (there.headName !== headName || there.headId !== row.ids.head))
      return { wrong: '这一户的户主已经改了。请照登记册改好这一行。', key: 'headName' }
    const head = await get<Person>('people', row.ids.head!)
    if (!there && head?.householdId && !head.archived)
      return { wrong: '这个人已经登记在另一户。分户、换户主请在登记册里办。', key: 'headName' }
    const fresh = { _id: row.ids.head!, place: village.place, isHead: true, relation: HEAD }
    const person = personWith(head, row, headName, fresh, surroundings)
    if ('wrong' in person) return person
    const settled = {
      ...person,
      ...{ householdId: row.ids.household!, village: village.code, villageName: village.name },
      ...{ place: village.place, home: undefined, isHead: true, relation: HEAD },
    }
    const { archived: _, ...kept }: ToldHousehold = before ?? {
      ...{ _id: row.ids.household!, headId: settled._id, headName, assisted: false },
      ...{ village: village.code, villageName: village.name, place: village.place },
    }
    const told: ToldHousehold = {
      ...kept,
      ...(address !== undefined ? { address } : {}),
      ...(assisted !== undefined ? { assisted } : {}),
    }
    const changes: Change[] = []
    // The household first: a head's new phone changes its search words again.
    if (!alike(before, told) || head?.phone !== settled.phone)
      changes.push({ collection: 'households', before, after: derivedHousehold(before, told, settled) })
    if (!alike(head, settled)) changes.push({ collection: 'people', before: head, after: settled })
    return { about: { kind: 'household', id: kept._id, name: headName, place: village.code }, changes }
  },
}
