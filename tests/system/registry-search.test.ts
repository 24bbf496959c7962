import type { Household } from '../../cloudfunctions/areas/registry/documents'
import type { Input } from '../../contract'
import { type Cloud, startCloud } from './cloud'
import { BUREAU, ELSEWHERE, find, personIn, plantTownshipOperator, TOWNSHIP, VILLAGE } from './registry-world'

let cloud: Cloud
let operator: string
beforeAll(async () => {
  cloud = await startCloud()
  operator = plantTownshipOperator(cloud)
})
afterAll(() => cloud.close())

const add = (name: string, householdId: string) =>
  cloud.must(BUREAU, 'registry.savePerson', {
    ...{ name, birthYear: 1990, householdId, relation: '子女', another: true },
  })
const search = (openid: string, input: Partial<Input<'registry.search'>>) =>
  cloud.must(openid, 'registry.search', { kind: 'person', ...input })
const namesOf = async (openid: string, input: Partial<Input<'registry.search'>>) =>
  ((await search(openid, input)).people ?? []).map(({ name }) => name)

test.each(['王秀英', '王秀', '秀英', 'wxy', 'WX', ' 王 秀 '])('“%s” finds 王秀英', async (words) => {
  const people = []
  for (let cursor: string | undefined; ; ) {
    const page = await search(BUREAU, { words, region: VILLAGE, ...(cursor ? { cursor } : {}) })
    people.push(...(page.people ?? []))
    cursor = page.next
    if (!cursor) break
  }
  expect(people).toContainEqual(expect.objectContaining({ personId: 'person-1-2', name: '王秀英' }))
})

test('by the phone’s last four, and by all of it; it is shown masked', async () => {
  for (const words of ['0001', '19900000001', '１９９００００ ０００１']) {
    const { people = [] } = await search(BUREAU, { words })
    expect(people.map(({ personId }) => personId)).toContain('person-1-1')
    expect(people.every(({ phone }) => phone === '199****0001')).toBe(true)
  }
  expect(await namesOf(BUREAU, { words: '19900009999' })).toEqual([])
})

test('signs are nobody’s name, and no way to who was archived', async () => {
  for (const words of ['·', '***', '~', '（）']) expect(await namesOf(BUREAU, { words })).toEqual([])
  expect(await namesOf(BUREAU, { words: '~何老四' })).toEqual([])
  expect(await namesOf(BUREAU, { words: '何老四' })).toEqual([])
  expect(await namesOf(BUREAU, { words: '何老四', archived: true })).toEqual(['何老四'])
})

test('everybody in a region, page after page, each once, though people come in between', async () => {
  const before = cloud.emulator.store
    .find('people', {}, 10_000)
    .filter(({ village, archived }) => String(village).startsWith(TOWNSHIP) && !archived)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await search(BUREAU, { region: TOWNSHIP, ...(cursor ? { cursor } : {}) })
    seen.push(...(page.people ?? []).map(({ personId }) => personId))
    await add('何半路', 'household-1')
    cursor = page.next
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(expect.arrayContaining(before.map(({ _id }) => _id)))
})

test('nobody sees further than their region, whatever region they ask for', async () => {
  const shown = async (openid: string, region?: string) =>
    new Set(
      (await search(openid, region ? { region } : {})).people?.map(
        ({ personId }) => personIn(cloud, personId).village,
      ),
    )
  expect([...(await shown('demo-informant'))]).toEqual([VILLAGE])
  expect([...(await shown('demo-informant', '519921'))]).toEqual([VILLAGE])
  expect([...(await shown('demo-informant', ELSEWHERE))]).toEqual([])
  for (const village of await shown(operator)) expect(village?.slice(0, 9)).toBe(TOWNSHIP)
  expect([...(await shown(operator, ELSEWHERE))]).toEqual([])
  expect((await shown('demo-admin', ELSEWHERE)).size).toBeGreaterThan(0)
})

test('an informant is not told which households are assisted, those whose work it is are', async () => {
  const of = async (openid: string) => {
    const { households = [] } = await search(openid, { kind: 'household', region: VILLAGE })
    return households.find(({ householdId }) => householdId === 'household-1')
  }
  expect(await of('demo-informant')).not.toHaveProperty('assisted')
  for (const openid of [BUREAU, 'demo-cadre', 'demo-admin'])
    expect(await of(openid)).toMatchObject({ assisted: true })
})

test('households by their head', async () => {
  const { headName } = find<Household>(cloud, 'households', { _id: 'household-40' })[0] as Household
  const { households = [] } = await search(BUREAU, { kind: 'household', words: headName })
  expect(households.map(({ householdId }) => householdId)).toContain('household-40')
})
