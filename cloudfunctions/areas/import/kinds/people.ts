import { HEAD } from '../../../../contract/registry'
import type { Household, Person } from '../../registry/documents'
import { alike } from '../documents'
import { byIds, whereIn } from '../lookups'
import { householdsOf, peopleNamed } from './households-of'
import { inVillages } from './in-villages'
import type { Kind } from './kind'
import { newPersonId, personWith } from './person'
import type { Read } from './rules'

/** The members of households that are registered: new ones, and number, phone and year of those who are there. */
export const people: Kind = {
  async find(rows) {
    const households = await householdsOf(rows, inVillages)
    const numbered = await whereIn<Person>(
      'people',
      'identityHash',
      rows.map(({ identityHash }) => identityHash),
    )
    const named = await peopleNamed(rows, inVillages)
    const heads = await byIds<Person>(
      'people',
      rows.map((row) => {
        const household = households(row)
        return household && 'headId' in household ? household.headId : undefined
      }),
    )
    return rows.map((row) => {
      const { headName = '', name = '' } = row.values as Read<'people'>
      const household = households(row)
      if (!household)
        return { key: 'headName', wrong: `这个村没有户主叫“${headName}”的户。请先导入农户，再导入人员。` }
      if ('wrong' in household) return household
      const members = named.filter((each) => each.householdId === household._id && each.name === name)
      const person =
        numbered.find(({ identityHash }) => identityHash && identityHash === row.identityHash) ??
        (name === headName ? heads.get(household.headId) : undefined) ??
        members[0]
      if (members.length > 1 && !row.identityHash)
        return { key: 'name', wrong: `这一户有两个人叫“${name}”。请把身份证号填上。` }
      return {
        ids: {
          household: household._id,
          person: person?._id ?? newPersonId(row, household.village, headName, name),
        },
      }
    })
  },
  async plan(row, get, surroundings) {
    const { name = '', relation = '' } = row.values as Read<'people'>
    const household = await get<Household>('households', row.ids.household!)
    if (!household || household.archived)
      return { wrong: '这一户已经归档了。请在登记册里看看。', key: 'headName' }
    const before = await get<Person>('people', row.ids.person!)
    const there = before && !before.archived ? before : null
    const head = household.headId === row.ids.person
    if (there?.householdId && there.householdId !== household._id)
      return { wrong: '这个人登记在另一户。要搬过来请在登记册里办。', key: 'headName' }
    if (head !== (relation === HEAD))
      return head
        ? { wrong: '这个人是户主，“与户主关系”要填户主。', key: 'relation' }
        : { wrong: '登记册里的户主是另一个人。换户主请在登记册里办。', key: 'relation' }
    const fresh = { _id: row.ids.person!, place: placeOf(row), isHead: head }
    const person = personWith(before, row, name, fresh, surroundings)
    if ('wrong' in person) return person
    const after = {
      ...person,
      ...{ householdId: household._id, village: household.village, villageName: household.villageName },
      ...{ place: there?.village === household.village ? there.place : placeOf(row), relation },
    }
    const about = { kind: 'person' as const, id: after._id, name, place: household.village }
    return {
      about,
      changes: alike(before, after) ? [] : [{ collection: 'people', before, after }],
    }
  },
}

const placeOf = (row: { village?: { place: string } }): string => row.village?.place ?? ''
