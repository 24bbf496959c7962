import { configuration } from '../../platform/configuration'
import type { Transaction } from '../../platform/database'
import type { Person } from './documents'
import { matchHashOf, withNumber } from './hashes'
import { derived, putPerson } from './put-person'

const CONFIGURATION = configuration({
  UPLOAD_KEY: '0123456789abcdef',
  IDENTITY_KEYS: `2026:${Buffer.alloc(32, 1).toString('base64')}`,
  IDENTITY_HASH_KEY: 'x'.repeat(32),
})
const NUMBER = '11010519491231002X'
const told = {
  ...{ _id: 'p-1', name: '王秀英', birthYear: 1960, village: '519921100200', villageName: '李家湾村' },
  ...{ householdId: 'h-1', place: '云岭县 · 青石乡 · 李家湾村', isHead: true, phone: '13800001234' },
}
/** Remembers what was written. */
function recorder() {
  const written: [string, string, Record<string, unknown>][] = []
  const transaction: Transaction = {
    get: async () => null,
    create: async (name, document) => void written.push([name, document._id, { ...document }]),
    set: async (name, document) => void written.push([name, document._id, { ...document }]),
    update: async (name, id, changes) => void written.push([name, id, changes]),
    remove: async (name, id) => void written.push([name, id, {}]),
  }
  return { transaction, written }
}

test('what lists and searches go by follows from what was told, and the version goes up', async () => {
  const { transaction, written } = recorder()
  const first = await putPerson(transaction, null, told, CONFIGURATION)
  expect(first).toMatchObject({ order: '519921100200/p-1', version: 1 })
  expect(first.search).toEqual(expect.arrayContaining(['*', '王秀英', 'wxy', '1234']))
  expect(written).toEqual([['people', 'p-1', first]])
  expect((await putPerson(transaction, first, first, CONFIGURATION)).version).toBe(2)
})

test('somebody of no village stands under their home, or under none', () => {
  const { village: _, ...staff } = told
  expect(derived(null, { ...staff, home: '519921' }, CONFIGURATION).order).toBe('519921/p-1')
  expect(derived(null, staff, CONFIGURATION).order).toBe('/p-1')
})

test('the account is changed in the same transaction, and loses what the person no longer has', async () => {
  const { transaction, written } = recorder()
  const before = derived(null, { ...told, openid: 'o-1' }, CONFIGURATION)
  const { village: _, villageName: __, householdId: ___, ...rest } = before
  await putPerson(transaction, before, { ...rest, isHead: false }, CONFIGURATION)
  const [, account] = written
  expect(account).toMatchObject(['accounts', 'o-1', { personId: 'p-1', roles: [] }])
  // A command, not undefined: that would be left as it was.
  expect(account?.[2].village).toEqual(expect.anything())
})

test('a head’s new name or phone is the household’s too, and nothing else of a head is', async () => {
  const { transaction, written } = recorder()
  const before = derived(null, told, CONFIGURATION)
  await putPerson(transaction, before, { ...before, name: '王淑英' }, CONFIGURATION)
  expect(written[1]).toMatchObject(['households', 'h-1', { headName: '王淑英' }])
  written.length = 0
  await putPerson(transaction, before, { ...before, relation: '户主' }, CONFIGURATION)
  expect(written).toHaveLength(1)
})

test('the hash of village, name and last six follows both of them', () => {
  const hashed = (person: Person) => person.matchHash
  const of = (village: string, name: string) =>
    matchHashOf({ village, name, lastSix: '31002X' }, CONFIGURATION)
  const first = derived(null, withNumber(told, NUMBER, CONFIGURATION), CONFIGURATION)
  expect(first.birthYear).toBe(1949)
  expect(hashed(first)).toBe(of(told.village, '王秀英'))
  const renamed = derived(first, { ...first, name: '王淑英' }, CONFIGURATION)
  expect(hashed(renamed)).toBe(of(told.village, '王淑英'))
  const moved = derived(renamed, { ...renamed, village: '519921101201' }, CONFIGURATION)
  expect(hashed(moved)).toBe(of('519921101201', '王淑英'))
  expect(hashed(derived(moved, { ...moved, village: undefined }, CONFIGURATION))).toBeUndefined()
})
