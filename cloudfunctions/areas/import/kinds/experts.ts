import type { Expert } from '../../expert/documents'
import { derivedExpert, type ToldExpert } from '../../expert/rules'
import type { Person } from '../../registry/documents'
import { alike, idOf } from '../documents'
import { whereIn } from '../lookups'
import { archivedWrongly } from './archived'
import type { Change, Kind, Surroundings } from './kind'
import { newPersonId, personWith } from './person'
import type { Read } from './rules'

const MOST_OPEN = 20

/** The county experts belong to: only who has all of it may bring them. */
const countyOf = ({ places }: Surroundings): string | undefined =>
  places.scopes.includes('')
    ? places.townships[0]?.code.slice(0, 6)
    : places.scopes.find((scope) => scope.length === 6)

const roleOf = (person: Person) => person.roles?.find(({ role }) => role === 'expert')

/** An expert and the person they are; who was an expert already is changed. */
export const experts: Kind = {
  async find(rows) {
    const numbered = await whereIn<Person>(
      'people',
      'identityHash',
      rows.map(({ identityHash }) => identityHash),
    )
    const called = await whereIn<Person>(
      'people',
      'phone',
      rows.map(({ values }) => values.phone as string),
    )
    return rows.map((row) => {
      const { name = '', phone = '' } = row.values as Read<'experts'>
      const same = called.filter((each) => each.name === name && each.phone === phone && !each.archived)
      const person =
        numbered.find(({ identityHash }) => identityHash && identityHash === row.identityHash) ?? same[0]
      if (same.length > 1 && !row.identityHash)
        return { key: 'name', wrong: '叫这个名字、用这个电话的人不止一个。请把身份证号填上。' }
      const personId = person?._id ?? newPersonId(row, 'expert', name, phone)
      return {
        ids: {
          person: personId,
          expert: (person && roleOf(person)?.scope) ?? idOf('expert', personId),
        },
      }
    })
  },
  async plan(row, get, surroundings) {
    const values = row.values as Read<'experts'>
    const { name = '', phone = '', place = '' } = values
    const county = countyOf(surroundings)
    if (!county) return { wrong: '专家由县里统一登记。请交给县里导入。' }
    const before = await get<Person>('people', row.ids.person!)
    const fresh = { _id: row.ids.person!, home: county, place, isHead: false }
    const person = personWith(before, row, name, fresh, surroundings)
    if ('wrong' in person) return person
    if (person.openid === surroundings.openid)
      return { wrong: '这是您自己。自己的身份请别的同事来给。', key: 'name' }
    const expertId = row.ids.expert!
    const was = await get<Expert>('experts', expertId)
    const wrong = archivedWrongly(was, '这位专家')
    if (wrong) return { wrong }
    const { archived: _, ...kept }: ToldExpert = was ?? {
      ...{ _id: expertId, personId: person._id, name, region: county, title: '', fields: [], crops: [] },
      ...{ townships: [], introduction: '', photos: [], photosToCheck: false },
      ...{ available: true, open: 0, maxOpen: MOST_OPEN },
    }
    const { title = kept.title, fields = kept.fields, crops = kept.crops } = values
    const expert: ToldExpert = {
      ...kept,
      ...{ title, fields, crops, introduction: values.introduction ?? kept.introduction },
      maxOpen: values.maxOpen ?? kept.maxOpen,
      townships: row.townships ?? kept.townships,
      // What an undone import took away.
      available: was?.archived ? true : kept.available,
      ...(values.mayCall === true ? { phone } : {}),
    }
    if (values.mayCall === false) delete expert.phone
    const grant = { role: 'expert' as const, scope: expertId, scopeName: '专家' }
    const after =
      before && roleOf(before) && !before.archived
        ? person
        : { ...person, roles: [...(person.roles ?? []).filter(({ scope }) => scope !== expertId), grant] }
    // Where somebody belongs to no village, the office is where they are.
    if (!after.village) after.place = place
    const changes: Change[] = []
    if (!alike(before, after)) changes.push({ collection: 'people', before, after })
    if (!alike(was, expert))
      changes.push({ collection: 'experts', before: was, after: derivedExpert(was, expert) })
    return { about: { kind: 'expert', id: expertId, name, place: county }, changes }
  },
}
