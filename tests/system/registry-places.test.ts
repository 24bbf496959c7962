import type { Input } from '../../contract'
import { type Cloud, startCloud } from './cloud'
import { BUREAU, codeOf, find, personIn, plantTownshipOperator, TOWNSHIP, VILLAGE } from './registry-world'

let cloud: Cloud
let operator: string
beforeAll(async () => {
  cloud = await startCloud()
  operator = plantTownshipOperator(cloud)
})
afterAll(() => cloud.close())

const saveRegion = (code: string, name: string, openid = BUREAU) =>
  cloud.ask(openid, 'registry.saveRegion', { code, name })
const archiveRegion = (code: string) => cloud.ask(BUREAU, 'registry.archiveRegion', { code, reason: '并村' })
const villagesOf = async (township: string) => {
  const { counties } = await cloud.must('demo-visitor', 'registry.regions', {})
  return counties.flatMap(({ townships }) => townships).find(({ code }) => code === township)?.villages ?? []
}

test('everybody sees the county: 21 townships, 64 villages, each in its place', async () => {
  for (const openid of ['demo-visitor', 'demo-villager', BUREAU]) {
    const { counties } = await cloud.must(openid, 'registry.regions', {})
    expect(counties.map(({ name }) => name)).toEqual(['云岭县'])
    const townships = counties[0]?.townships ?? []
    expect(townships).toHaveLength(21)
    expect(townships.flatMap(({ villages }) => villages)).toHaveLength(64)
    for (const township of townships)
      for (const { code } of township.villages) expect(code.startsWith(township.code)).toBe(true)
  }
})

test('a village is added, renamed and archived, and never while somebody lives there', async () => {
  const code = `${TOWNSHIP}288`
  await cloud.must(BUREAU, 'registry.saveRegion', { code, name: '新桥村' })
  expect(await villagesOf(TOWNSHIP)).toContainEqual({ code, name: '新桥村' })
  const { householdId } = await cloud.must(BUREAU, 'registry.saveHousehold', {
    ...{ village: code, head: { name: '何桥头', birthYear: 1970 } },
  })
  expect(codeOf(await archiveRegion(code))).toBe('STILL_LIVED_IN')
  expect(codeOf(await archiveRegion(TOWNSHIP))).toBe('STILL_LIVED_IN')
  await cloud.must(BUREAU, 'registry.moveHousehold', { householdId, version: 1, village: VILLAGE })
  expect(codeOf(await archiveRegion(code))).toBe('ok')
  expect(await villagesOf(TOWNSHIP)).not.toContainEqual(expect.objectContaining({ code }))
  expect(codeOf(await saveRegion(code, '新桥村'))).toBe('ARCHIVED')
  expect(
    codeOf(await cloud.ask(BUREAU, 'registry.savePerson', { name: '何后来', birthYear: 1990, region: code })),
  ).toBe('NO_SUCH_REGION')
})

test('a new name is shown wherever the old one was, after the jobs', async () => {
  const township = '519921103'
  const [village] = await villagesOf(township)
  const people = find<{ _id: string }>(cloud, 'people', { village: village?.code })
  expect(people.length).toBeGreaterThan(5)
  await cloud.must(BUREAU, 'registry.saveRegion', { code: village?.code ?? '', name: '新名村' })
  await cloud.must(BUREAU, 'registry.saveRegion', { code: township, name: '新名乡' })
  await cloud.timer()
  for (const { _id } of people)
    expect(personIn(cloud, _id)).toMatchObject({ villageName: '新名村', place: '云岭县 · 新名乡 · 新名村' })
  for (const household of find(cloud, 'households', { village: village?.code }))
    expect(household).toMatchObject({ villageName: '新名村', place: '云岭县 · 新名乡 · 新名村' })
  for (const account of find(cloud, 'accounts', { village: village?.code }))
    expect(account).toMatchObject({ villageName: '新名村' })
  expect(find(cloud, 'regions', { renamed: true })).toEqual([])
})

test('codes are those of the statistics office, and lie under a place there is', async () => {
  for (const code of ['5199211002', `${TOWNSHIP}000`, '519921000', '019921', 'x'])
    expect(codeOf(await saveRegion(code, '某某村'))).toBe('INVALID_INPUT')
  expect(codeOf(await saveRegion('519921777201', '某某村'))).toBe('NO_SUCH_REGION')
  // As paper has it: full width, with a space.
  expect(codeOf(await saveRegion('５１９９２１１００ ２８９', '某 某 村'))).toBe('ok')
})

test('an operator changes their own region, an administrator all of it, and a county is nobody else’s', async () => {
  expect(codeOf(await saveRegion(`${TOWNSHIP}290`, '本乡村', operator))).toBe('ok')
  expect(codeOf(await saveRegion('519921101290', '外乡村', operator))).toBe('FORBIDDEN')
  expect(codeOf(await saveRegion('519922', '邻县'))).toBe('FORBIDDEN')
  expect(codeOf(await saveRegion('519921', '云岭县'))).toBe('FORBIDDEN')
  expect(codeOf(await saveRegion('519922', '邻县', 'demo-admin'))).toBe('ok')
})

describe('organisations', () => {
  const save = (some: Partial<Input<'registry.saveOrganisation'>> = {}, openid = BUREAU) =>
    cloud.ask(openid, 'registry.saveOrganisation', {
      ...{ name: '青石乡花椒合作社', kind: 'cooperative', region: TOWNSHIP, phone: '0837-1234567' },
      ...some,
    })
  const list = async (openid: string, archived = false) =>
    (await cloud.must(openid, 'registry.organisations', { archived })).organisations

  test('are listed by region with their officers', async () => {
    const all = await list(BUREAU)
    expect(all.find(({ organisationId }) => organisationId === 'coop-1')).toMatchObject({
      officers: [{ personId: 'person-officer-1', hasWeChat: true }],
    })
    expect((await list(operator)).map(({ organisationId }) => organisationId)).toEqual(['coop-2'])
  })

  test('are added and changed within one’s region, by who saw the newest', async () => {
    expect(codeOf(await save({}, operator))).toBe('ok')
    expect(codeOf(await save({ region: '519921' }, operator))).toBe('NOT_FOUND')
    const coop = (await list(operator)).find(({ name }) => name === '青石乡花椒合作社')
    expect(coop).toMatchObject({ phone: '08371234567', officers: [] })
    const known = { organisationId: coop?.organisationId ?? '', version: 1 }
    const codes = await Promise.all([
      save({ ...known, name: '新名合作社' }),
      save({ ...known, name: '另名合作社' }),
    ])
    expect(codes.map(codeOf).sort()).toEqual(['STALE', 'ok'])
    expect(codeOf(await save({ organisationId: 'coop-1', version: 1 }, operator))).toBe('NOT_FOUND')
  })

  test('are not archived while somebody acts for them or they owe something', async () => {
    const archive = (organisationId: string) =>
      cloud.ask(BUREAU, 'registry.archiveOrganisation', { organisationId, version: 1, reason: '注销了' })
    expect(codeOf(await archive('coop-1'))).toBe('HAS_OFFICERS')
    const officer = personIn(cloud, 'person-officer-1')
    cloud.emulator.store.insertMany('people', [{ ...officer, roles: [] }] as never)
    expect(codeOf(await archive('coop-1'))).toBe('HAS_CONTRACT')
    expect(codeOf(await archive('coop-3'))).toBe('ok')
    expect((await list(BUREAU)).map(({ organisationId }) => organisationId)).not.toContain('coop-3')
    expect((await list(BUREAU, true)).map(({ organisationId }) => organisationId)).toEqual(['coop-3'])
  })
})
