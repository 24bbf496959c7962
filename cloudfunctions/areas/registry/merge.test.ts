import fc from 'fast-check'
import type { RoleGrant } from '../../../contract/identity'
import type { Person } from './documents'
import { droppedPerson, type Facts, mergedPerson, mergeObstacle, takesOverHousehold } from './merge'

const person = (_id: string, some: Partial<Person> = {}): Person => ({
  ...{ _id, name: '王秀英', birthYear: 1960, place: '', isHead: false, order: `/${_id}`, search: [] },
  ...some,
})
const NOTHING: Facts = { bothIn: 0, othersOfDrop: 0, contractOfDrop: false, caredForByDrop: 0 }
const AT = '2026-11-24T00:00:00.000Z'

test.each<[string, Partial<Person>, Partial<Person>, Partial<Facts>, string | undefined]>([
  ['two plain entries', {}, {}, {}, undefined],
  ['one with an account', { openid: 'o' }, {}, {}, undefined],
  ['two with accounts', { openid: 'o' }, { openid: 'p' }, {}, 'TWO_ACCOUNTS'],
  ['one is archived', {}, { archived: { at: AT, reason: '' } }, {}, 'ARCHIVED'],
  ['two numbers', { identityHash: 'a' }, { identityHash: 'b' }, {}, 'NOT_THE_SAME'],
  ['one number', { identityHash: 'a' }, { identityHash: 'a' }, {}, undefined],
  [
    'an expert is dropped',
    {},
    { roles: [{ role: 'expert', scope: 'e', scopeName: '' }] },
    {},
    'KEEP_THE_OTHER',
  ],
  ['an expert is kept', { roles: [{ role: 'expert', scope: 'e', scopeName: '' }] }, {}, {}, undefined],
  ['a cadre with households is dropped', {}, {}, { caredForByDrop: 1 }, 'KEEP_THE_OTHER'],
  ['both in a class', {}, {}, { bothIn: 1 }, 'TWO_ENROLMENTS'],
  [
    'a head leaves others',
    { householdId: 'a' },
    { householdId: 'b', isHead: true },
    { othersOfDrop: 1 },
    'HEAD_STAYS',
  ],
  [
    'a head’s contract',
    { householdId: 'a' },
    { householdId: 'b', isHead: true },
    { contractOfDrop: true },
    'HAS_CONTRACT',
  ],
  ['a head alone', { householdId: 'a' }, { householdId: 'b', isHead: true }, {}, undefined],
  [
    'a head of the same',
    { householdId: 'a' },
    { householdId: 'a', isHead: true },
    { othersOfDrop: 2, contractOfDrop: true },
    undefined,
  ],
  [
    'a head, into who has none',
    {},
    { householdId: 'a', isHead: true },
    { othersOfDrop: 2, contractOfDrop: true },
    undefined,
  ],
])('%s', (_, keep, drop, facts, obstacle) => {
  expect(mergeObstacle(person('keep', keep), person('drop', drop), { ...NOTHING, ...facts })).toBe(obstacle)
})

test('who is kept gets the household they had none of, and its head’s place', () => {
  const home = { householdId: 'h', village: '519921101201', villageName: '李家湾村', place: '县 · 乡 · 村' }
  const merged = mergedPerson(person('keep'), person('drop', { ...home, isHead: true, relation: '户主' }))
  expect(merged).toMatchObject({ ...home, isHead: true, relation: '户主' })
  const keep = person('keep', { householdId: 'own', village: '519921101202' })
  expect(mergedPerson(keep, person('drop', { ...home, isHead: true }))).toMatchObject({
    householdId: 'own',
    isHead: false,
  })
  expect(takesOverHousehold(keep, person('drop', { ...home, isHead: true }))).toBe(false)
})

const until = fc.option(fc.constantFrom('2026-01-01', '2027-01-01'), { nil: undefined })
const grant: fc.Arbitrary<RoleGrant> = fc
  .record({ role: fc.constantFrom('informant', 'bureau', 'cadre'), scope: fc.constantFrom('a', 'b'), until })
  .map(
    ({ role, scope, until: end }) =>
      ({ role, scope, scopeName: scope, ...(end ? { until: end } : {}) }) as RoleGrant,
  )
const some = (id: string) =>
  fc
    .record(
      {
        roles: fc.array(grant, { maxLength: 3 }),
        agents: fc.array(fc.constantFrom('keep', 'drop', 'x', 'y'), { maxLength: 3 }),
        formerIds: fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 2 }),
        phone: fc.constantFrom('13800000001', '13800000002'),
        openid: fc.constant(`openid-of-${id}`),
      },
      { requiredKeys: [] },
    )
    .map((fields) => person(id, fields as Partial<Person>))

test('nothing either could do is lost, nothing is there twice, and nobody is their own agent', () => {
  fc.assert(
    fc.property(some('keep'), some('drop'), (keep, drop) => {
      const merged = mergedPerson(keep, drop)
      const lasts = (roles: RoleGrant[] = [], wanted: RoleGrant) =>
        roles.some(
          (each) =>
            each.role === wanted.role &&
            each.scope === wanted.scope &&
            (each.until === undefined || (wanted.until !== undefined && each.until >= wanted.until)),
        )
      for (const wanted of [...(keep.roles ?? []), ...(drop.roles ?? [])])
        expect(lasts(merged.roles, wanted)).toBe(true)
      const keys = (merged.roles ?? []).map(({ role, scope }) => `${role}:${scope}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(merged.agents ?? []).not.toEqual(expect.arrayContaining(['keep']))
      expect(merged.agents ?? []).not.toEqual(expect.arrayContaining(['drop']))
      for (const id of ['drop', ...(keep.formerIds ?? []), ...(drop.formerIds ?? [])])
        expect(merged.formerIds).toContain(id)
      expect(merged).toMatchObject({ _id: 'keep', name: keep.name })
      expect(merged.openid).toBe(keep.openid ?? drop.openid)
    }),
  )
})

test('nothing by which one acts or is found by a number is left of who was dropped', () => {
  const drop = person('drop', {
    ...{ openid: 'o', isHead: true, agents: ['x'], identityHash: 'a', matchHash: 'b', householdId: 'h' },
    ...{ identity: { sealed: 's', key: 'k' }, roles: [{ role: 'informant', scope: 'a', scopeName: '' }] },
  })
  const left = droppedPerson(drop, { at: AT, reason: '录重了', mergedInto: 'keep' })
  for (const key of ['openid', 'roles', 'agents', 'identity', 'identityHash', 'matchHash'])
    expect(left).not.toHaveProperty(key)
  expect(left).toMatchObject({
    isHead: false,
    householdId: 'h',
    leaving: true,
    archived: { mergedInto: 'keep' },
  })
})
