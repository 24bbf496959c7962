import type { Household } from '../../cloudfunctions/areas/registry/documents'
import type { Input } from '../../contract'
import { type Cloud, startCloud } from './cloud'
import { BUREAU, codeOf, ELSEWHERE, find, personIn, plantTownshipOperator, VILLAGE } from './registry-world'

let cloud: Cloud
let operator: string
beforeAll(async () => {
  cloud = await startCloud()
  operator = plantTownshipOperator(cloud)
})
afterAll(() => cloud.close())

const householdIn = (householdId: string) =>
  find<Household>(cloud, 'households', { _id: householdId })[0] as Household
const versionOf = (householdId: string) => householdIn(householdId).version ?? 0
const membersOf = (householdId: string) =>
  find<{ _id: string; archived?: object }>(cloud, 'people', { householdId }).map(({ _id }) =>
    personIn(cloud, _id),
  )
const move = (householdId: string, village: string, openid = BUREAU) =>
  cloud.ask(openid, 'registry.moveHousehold', { householdId, version: versionOf(householdId), village })
const change = (input: Omit<Input<'registry.saveHousehold'>, 'version'> & { householdId: string }) =>
  cloud.ask(BUREAU, 'registry.saveHousehold', { ...input, version: versionOf(input.householdId) })

test('a household moves with everybody in it: the registry, their accounts, who serves them, what is still to be paid', async () => {
  const village = `${ELSEWHERE}201`
  await cloud.must('demo-informant', 'registry.person', { personId: 'person-1-1' })
  expect(codeOf(await move('household-1', village))).toBe('ok')
  for (const member of membersOf('household-1'))
    expect(member).toMatchObject({
      village,
      place: expect.stringContaining('云岭镇'),
      order: `${village}/${member._id}`,
    })
  expect(find(cloud, 'accounts', { _id: 'demo-villager' })).toMatchObject([
    { village, roles: [{ role: 'villager', scope: village }] },
  ])
  expect(codeOf(await cloud.ask('demo-informant', 'registry.person', { personId: 'person-1-1' }))).toBe(
    'NOT_FOUND',
  )
  const items = find<{ village: string; state: string }>(cloud, 'dividendItems', {
    householdId: 'household-1',
  })
  for (const item of items) expect(item.village === village).toBe(item.state !== 'confirmed')
  expect(householdIn('household-1')).toMatchObject({ following: false, village })
  expect((await cloud.must('demo-villager', 'dividend.mine', {})).contract?.id).toBe('contract-1')
})

test('nobody moves a household out of their region, into it, or to nowhere', async () => {
  expect(codeOf(await move('household-22', `${ELSEWHERE}201`, operator))).toBe('NO_SUCH_REGION')
  expect(codeOf(await move('household-2', VILLAGE, operator))).toBe('NOT_FOUND')
  expect(codeOf(await move('household-22', `${ELSEWHERE}999`))).toBe('NO_SUCH_REGION')
  const stale = { householdId: 'household-22', version: 7, village: VILLAGE }
  expect(codeOf(await cloud.ask(BUREAU, 'registry.moveHousehold', stale))).toBe('STALE')
})

test('a head who dies is followed by another; the co-op’s open items know it, the contract stays as it was signed', async () => {
  const input = { householdId: 'household-2', version: versionOf('household-2'), newHead: 'person-2-2' }
  await cloud.must(BUREAU, 'registry.changeHead', { ...input, reason: 'death' })
  const head = personIn(cloud, 'person-2-2')
  expect(head).toMatchObject({ isHead: true, relation: '户主' })
  expect(personIn(cloud, 'person-2-1')).toMatchObject({ isHead: false, archived: { reason: '去世' } })
  expect(personIn(cloud, 'person-2-3')).not.toHaveProperty('relation')
  expect(householdIn('household-2')).toMatchObject({
    headId: 'person-2-2',
    headName: head.name,
    following: false,
  })
  const items = find<{ headId: string; state: string }>(cloud, 'dividendItems', {
    householdId: 'household-2',
  })
  for (const item of items) expect(item.headId).toBe(item.state === 'confirmed' ? 'person-2-1' : 'person-2-2')
  expect(find(cloud, 'rearingContracts', { householdId: 'household-2' })).toMatchObject([
    { headId: 'person-2-1' },
  ])
  const { households } = await cloud.must(BUREAU, 'registry.search', { kind: 'household', words: head.name })
  expect(households?.map(({ householdId }) => householdId)).toContain('household-2')
  // The phone of who died may do nothing any more.
  expect(codeOf(await cloud.ask('demo-villager-2', 'dividend.mine', {}))).toBe('FORBIDDEN')
})

test('only a member becomes head, and not who is it already', async () => {
  const to = (newHead: string) =>
    cloud.ask(BUREAU, 'registry.changeHead', {
      ...{
        householdId: 'household-23',
        version: versionOf('household-23'),
        newHead,
        reason: 'other' as const,
      },
    })
  for (const other of ['person-24-2', 'person-23-1', 'nobody'])
    expect(codeOf(await to(other))).toBe('NOT_A_MEMBER')
  expect(codeOf(await to('person-23-2'))).toBe('ok')
  expect(personIn(cloud, 'person-23-1')).toMatchObject({ isHead: false })
  expect(personIn(cloud, 'person-23-1')).not.toHaveProperty('archived')
})

test('a family divides: who goes lives in a household of their own, the contract stays with the old one', async () => {
  const divide = (members: string[], newHead: string) =>
    cloud.ask(BUREAU, 'registry.divideHousehold', {
      ...{ householdId: 'household-3', version: versionOf('household-3'), members, newHead, address: '5 组' },
    })
  expect(codeOf(await divide(['person-3-1', 'person-3-3'], 'person-3-3'))).toBe('HEAD_STAYS')
  expect(codeOf(await divide(['person-3-3', 'person-4-2'], 'person-3-3'))).toBe('NOT_A_MEMBER')
  const divided = await divide(['person-3-3', 'person-3-4'], 'person-3-3')
  const { householdId } = (divided as { data: { householdId: string } }).data
  expect(householdIn(householdId)).toMatchObject({
    headId: 'person-3-3',
    assisted: false,
    address: '5 组',
    following: false,
  })
  expect(householdIn(householdId)).not.toHaveProperty('joining')
  expect(membersOf(householdId).map(({ _id, isHead }) => [_id, isHead])).toEqual([
    ['person-3-3', true],
    ['person-3-4', false],
  ])
  expect(membersOf('household-3').map(({ _id }) => _id)).toEqual(['person-3-1', 'person-3-2'])
  expect(find(cloud, 'rearingContracts', { householdId: 'household-3' })).toHaveLength(1)
  const { version } = householdIn('household-3')
  const archived = { householdId: 'household-3', version: version ?? 0, reason: '没人了' }
  expect(codeOf(await cloud.ask(BUREAU, 'registry.archiveHousehold', archived))).toBe('STILL_LIVED_IN')
})

test('a member leaves while they are made head: the household has a head who lives in it', async () => {
  for (const i of [90, 92, 94]) {
    const householdId = `household-${i}`
    const mover = personIn(cloud, `person-${i}-2`)
    await Promise.all([
      cloud.ask(BUREAU, 'registry.savePerson', {
        ...{ personId: mover._id, version: mover.version ?? 0, name: mover.name, birthYear: mover.birthYear },
        householdId: 'household-30',
      }),
      cloud.ask(BUREAU, 'registry.changeHead', {
        ...{ householdId, version: versionOf(householdId), newHead: mover._id, reason: 'other' },
      }),
    ])
    const { headId } = householdIn(householdId)
    expect(personIn(cloud, headId)).toMatchObject({ householdId, isHead: true })
  }
}, 240_000)

test('of two who change the household they both opened, the second is told', async () => {
  const version = versionOf('household-25')
  const both = ['1 组', '2 组'].map((address) =>
    cloud.ask(BUREAU, 'registry.saveHousehold', { householdId: 'household-25', version, address }),
  )
  expect((await Promise.all(both)).map(codeOf).sort()).toEqual(['STALE', 'ok'])
})

test('assisted, with a cadre who serves the village', async () => {
  const householdId = 'household-65'
  expect(codeOf(await change({ householdId, assisted: true, cadreId: 'person-cadre-1' }))).toBe('ok')
  const card = (openid: string) => cloud.must(openid, 'registry.household', { householdId })
  expect(await card('demo-cadre')).toMatchObject({
    assisted: true,
    cadre: { personId: 'person-cadre-1' },
    mayChange: false,
  })
  expect(await card('demo-informant')).not.toHaveProperty('cadre')
  expect(
    codeOf(await change({ householdId: 'household-26', assisted: true, cadreId: 'person-cadre-1' })),
  ).toBe('NO_CADRE')
  expect(codeOf(await change({ householdId: 'household-26', assisted: true, cadreId: 'person-27-1' }))).toBe(
    'NO_CADRE',
  )
})

test('a contract that runs keeps its household', async () => {
  const householdId = 'household-8'
  const members = membersOf(householdId)
  cloud.emulator.store.insertMany(
    'people',
    members.map((each) => ({ ...each, archived: { at: new Date().toISOString(), reason: '搬走' } })) as never,
  )
  const input = { householdId, version: versionOf(householdId), reason: '没人了' }
  expect(codeOf(await cloud.ask(BUREAU, 'registry.archiveHousehold', input))).toBe('HAS_CONTRACT')
})
