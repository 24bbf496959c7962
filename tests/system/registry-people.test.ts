import type { Input } from '../../contract'
import { type Cloud, startCloud } from './cloud'
import {
  BUREAU,
  codeOf,
  ELSEWHERE,
  find,
  personIn,
  plantTownshipOperator,
  TOWNSHIP,
  VILLAGE,
} from './registry-world'

let cloud: Cloud
let operator: string
beforeAll(async () => {
  cloud = await startCloud()
  operator = plantTownshipOperator(cloud)
})
afterAll(() => cloud.close())

const save = (input: Input<'registry.savePerson'>, openid = BUREAU) =>
  cloud.ask(openid, 'registry.savePerson', input)
const add = async (name: string, householdId = 'household-30') =>
  await cloud.must(BUREAU, 'registry.savePerson', {
    ...{ name, birthYear: 1990, householdId, relation: '子女', another: true },
  })
const search = (openid: string, input: Partial<Input<'registry.search'>>) =>
  cloud.must(openid, 'registry.search', { kind: 'person', ...input })
const namesOf = async (openid: string, input: Partial<Input<'registry.search'>>) =>
  ((await search(openid, input)).people ?? []).map(({ name }) => name)

describe('the card', () => {
  test('tells who must call the whole number, an administrator half of it, and is recorded', async () => {
    const card = (openid: string) => cloud.must(openid, 'registry.person', { personId: 'person-1-1' })
    for (const openid of [BUREAU, 'demo-informant', 'demo-cadre'])
      expect((await card(openid)).phone).toBe('19900000001')
    expect(await card('demo-admin')).toMatchObject({ phone: '199****0001', mayChange: false })
    expect(await card(BUREAU)).toMatchObject({ mayChange: true, isHead: true, household: { assisted: true } })
    expect((await card('demo-informant')).household).not.toHaveProperty('assisted')
    const looks = find<{ operation: string }>(cloud, 'audit', { 'about.id': 'person-1-1' })
    expect(looks.filter(({ operation }) => operation === 'registry.person')).toHaveLength(6)
  })

  test('shows nobody of somebody else’s region', async () => {
    for (const openid of ['demo-informant', operator])
      expect(codeOf(await cloud.ask(openid, 'registry.person', { personId: 'person-2-1' }))).toBe('NOT_FOUND')
  })
})

describe('saving', () => {
  test('somebody new of a household is found, belongs to it, and is a villager once bound', async () => {
    const { personId, version } = await add('尔玛•新妹')
    expect(version).toBe(1)
    const card = await cloud.must(BUREAU, 'registry.person', { personId })
    expect(card).toMatchObject({ name: '尔玛·新妹', isHead: false, relation: '子女', hasWeChat: false })
    expect(card.household?.members.map((member) => member.personId)).toContain(personId)
    expect(await namesOf(BUREAU, { words: 'emxm' })).toEqual(['尔玛·新妹'])
  })

  test('somebody of no household lives in a village or serves a region', async () => {
    const of = async (region: string) => {
      const { personId } = await cloud.must(BUREAU, 'registry.savePerson', {
        name: '何单身',
        birthYear: 1970,
        region,
      })
      return cloud.must(BUREAU, 'registry.person', { personId })
    }
    expect(await of(VILLAGE)).toMatchObject({
      region: VILLAGE,
      place: expect.stringContaining(' · '),
      roles: [],
    })
    expect(await of('519921')).toMatchObject({ region: '519921', place: '云岭县' })
  })

  test('a namesake of the village is asked about, and taken where it is another', async () => {
    const { name, householdId } = personIn(cloud, 'person-31-1')
    const input = { name, birthYear: 1999, householdId: householdId ?? '' }
    expect(codeOf(await save(input))).toBe('SAME_NAME')
    expect(codeOf(await save({ ...input, another: true }))).toBe('ok')
    expect(codeOf(await save({ ...input, householdId: 'household-30' }))).toBe('ok')
  })

  test('a change is shown everywhere the person is: their account, their household, the directory', async () => {
    const { birthYear, version = 0 } = personIn(cloud, 'person-32-1')
    await cloud.must(BUREAU, 'registry.savePerson', {
      ...{ personId: 'person-32-1', version, birthYear },
      name: '何改名',
    })
    expect(find(cloud, 'accounts', { _id: 'demo-villager-32' })).toMatchObject([{ name: '何改名' }])
    expect(find(cloud, 'households', { _id: 'household-32' })).toMatchObject([{ headName: '何改名' }])
    // Left out, the phone is taken away.
    expect(personIn(cloud, 'person-32-1')).not.toHaveProperty('phone')
    const expert = personIn(cloud, 'person-expert-9')
    await cloud.must(BUREAU, 'registry.savePerson', {
      ...{ personId: expert._id, version: 0, birthYear: expert.birthYear, name: '余改名' },
    })
    expect(find(cloud, 'experts', { _id: 'expert-9' })).toMatchObject([{ name: '余改名' }])
  })

  test('of two who save what they both opened, the second is told', async () => {
    const { personId, version } = await add('何两改')
    const both = ['何先改', '何后改'].map((name) => save({ personId, version, name, birthYear: 1990 }))
    expect((await Promise.all(both)).map(codeOf).sort()).toEqual(['STALE', 'ok'])
    expect(personIn(cloud, personId).version).toBe(version + 1)
  })

  test('into another household: where it lives, unless they are a head', async () => {
    const { personId, version } = await add('何过门')
    const moved = { personId, version, name: '何过门', birthYear: 1990, householdId: 'household-33' }
    await cloud.must(BUREAU, 'registry.savePerson', moved)
    const { village } = personIn(cloud, 'person-33-1')
    expect(personIn(cloud, personId)).toMatchObject({ householdId: 'household-33', village, isHead: false })
    const head = personIn(cloud, 'person-34-1')
    const asked = {
      personId: head._id,
      version: head.version ?? 0,
      name: head.name,
      birthYear: head.birthYear,
    }
    expect(codeOf(await save({ ...asked, householdId: 'household-33' }))).toBe('HEAD_STAYS')
  })

  test.each<[string, Partial<Input<'registry.savePerson'>>]>([
    ['a name with digits', { name: '王3' }],
    ['a phone of ten digits', { phone: '1380000123' }],
    ['a year to come', { birthYear: 3000 }],
    ['nowhere', { householdId: undefined }],
    ['a change that says not what it saw', { personId: 'person-1-1' }],
  ])('%s is refused beside its field', async (_, wrong) => {
    const answer = await save({ name: '何对', birthYear: 1990, householdId: 'household-30', ...wrong })
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', fields: expect.anything() } })
  })

  test('a region, household or person out of reach or archived', async () => {
    const at = (region: string) => ({ name: '何外人', birthYear: 1990, region })
    expect(codeOf(await save(at(`${ELSEWHERE}201`), operator))).toBe('NO_SUCH_REGION')
    expect(codeOf(await save(at(`${TOWNSHIP}999`), operator))).toBe('NO_SUCH_REGION')
    expect(
      codeOf(await save({ name: '何外人', birthYear: 1990, householdId: 'household-2' }, operator)),
    ).toBe('NOT_FOUND')
    const gone = { personId: 'person-archived-1', version: 0, name: '何老四', birthYear: 1946 }
    expect(codeOf(await save(gone))).toBe('ARCHIVED')
  })
})

test('what was done stands in the audit log, with whom it was about and where', async () => {
  const { personId } = await add('何记录')
  await cloud.timer()
  await cloud.timer()
  const entries = find(cloud, 'audit', { 'about.id': personId })
  const { village } = personIn(cloud, personId)
  expect(entries).toMatchObject([
    { operation: 'registry.savePerson', about: { kind: 'person', name: '何记录', place: village } },
  ])
})
