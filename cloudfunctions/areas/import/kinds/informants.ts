import type { RoleGrant } from '../../../../contract/identity'
import type { Person } from '../../registry/documents'
import { alike } from '../documents'
import { whereIn } from '../lookups'
import { peopleNamed } from './households-of'
import { inVillages } from './in-villages'
import type { Kind } from './kind'
import { newPersonId, personWith } from './person'
import type { Read } from './rules'

/** The role of an informant in a village, on somebody who is registered or is not yet. */
export const informants: Kind = {
  async find(rows) {
    const numbered = await whereIn<Person>(
      'people',
      'identityHash',
      rows.map(({ identityHash }) => identityHash),
    )
    const named = await peopleNamed(rows, inVillages)
    return rows.map((row) => {
      const { name = '', phone = '' } = row.values as Read<'informants'>
      const village = row.village?.code ?? ''
      const same = named.filter((each) => each.village === village && each.name === name)
      const called = same.filter((each) => each.phone === phone)
      const person =
        numbered.find(({ identityHash }) => identityHash && identityHash === row.identityHash) ??
        (called.length === 1 ? called[0] : same.length === 1 ? same[0] : undefined)
      if (!person && same.length > 1)
        return { key: 'name', wrong: `这个村叫“${name}”的人不止一个。请把身份证号填上。` }
      return { ids: { person: person?._id ?? newPersonId(row, 'informant', village, name, phone) } }
    })
  },
  async plan(row, get, surroundings) {
    const { name = '', until } = row.values as Read<'informants'>
    const village = row.village!
    const before = await get<Person>('people', row.ids.person!)
    const fresh = {
      ...{ _id: row.ids.person!, village: village.code, villageName: village.name },
      ...{ place: village.place, isHead: false },
    }
    const person = personWith(before, row, name, fresh, surroundings)
    if ('wrong' in person) return person
    if (person.openid === surroundings.openid)
      return { wrong: '这是您自己。自己的身份请别的同事来给。', key: 'name' }
    const isThis = ({ role, scope }: RoleGrant) => role === 'informant' && scope === village.code
    const held = person.roles?.find(isThis)
    const grant: RoleGrant = {
      ...(held ?? { role: 'informant', scope: village.code, scopeName: village.name }),
      ...(until !== undefined ? { until } : {}),
    }
    const after = { ...person, roles: [...(person.roles ?? []).filter((each) => !isThis(each)), grant] }
    // A role that is there already keeps its place among the others.
    const same = held !== undefined && alike(held, grant) && alike(before, person)
    return {
      about: { kind: 'person', id: person._id, name, place: village.code },
      changes: same ? [] : [{ collection: 'people', before, after }],
    }
  },
}
