import type { EnrolmentDocument, TrainingClass } from '../../cloudfunctions/areas/training/documents'
import { type Cloud, startCloud } from './cloud'
import { BUREAU, codeOf, find, personIn } from './registry-world'

let cloud: Cloud
let later = 0
beforeAll(async () => {
  cloud = await startCloud({ now: () => Date.now() + later })
})
afterAll(() => cloud.close())

const CLASS = 'class-open-3'
const archive = (personId: string) =>
  cloud.ask(BUREAU, 'registry.archivePerson', {
    ...{ personId, version: personIn(cloud, personId).version ?? 0, reason: '搬到外县' },
  })
const seatsOf = () => {
  const [training] = find<TrainingClass>(cloud, 'classes', { _id: CLASS })
  const rows = find<EnrolmentDocument>(cloud, 'enrolments', { classId: CLASS, state: 'enrolled' })
  expect(training?.taken).toBe(rows.length)
  return rows.map(({ personId }) => personId)
}

test('who is archived is in no list, may do nothing, and gives their seat back', async () => {
  const personId = 'person-41-2'
  const informant = String(
    find(cloud, 'accounts', {
      'roles.scope': personIn(cloud, personId).village,
      'roles.role': 'informant',
    }).map((each) => (each as { _id: string })._id)[0],
  )
  await cloud.must(informant, 'training.enrol', { classId: CLASS }, personId)
  expect(codeOf(await archive(personId))).toBe('ok')
  await cloud.timer()
  expect(seatsOf()).not.toContain(personId)
  const { people } = await cloud.must(informant, 'registry.people', {})
  expect(people.map((each) => each.personId)).not.toContain(personId)
  expect(codeOf(await cloud.ask(informant, 'training.enrol', { classId: CLASS }, { actFor: personId }))).toBe(
    'FORBIDDEN',
  )
  const enrolled = await cloud.must(informant, 'training.enrol', { classId: CLASS, people: [personId] })
  expect(enrolled.results).toMatchObject([{ enrolled: false, error: { code: 'FORBIDDEN' } }])
  expect(codeOf(await archive(personId))).toBe('ARCHIVED')
  const { household } = await cloud.must(BUREAU, 'registry.person', { personId: 'person-41-1' })
  expect(household?.members.map((each) => each.personId)).not.toContain(personId)
  const card = await cloud.must(BUREAU, 'registry.household', { householdId: 'household-41' })
  expect(card.former).toMatchObject([{ personId, reason: '搬到外县' }])
})

test('an account of who is archived may do nothing at the next call, and all of it again once restored', async () => {
  const openid = 'demo-villager-42'
  await archive('person-42-2')
  await archive('person-42-3')
  const others = find<{ _id: string }>(cloud, 'people', { householdId: 'household-42' })
  for (const { _id } of others) if (_id !== 'person-42-1') await archive(_id)
  expect(codeOf(await archive('person-42-1'))).toBe('ok')
  expect(codeOf(await cloud.ask(openid, 'dividend.mine', {}))).toBe('FORBIDDEN')
  await cloud.must(BUREAU, 'registry.restorePerson', { personId: 'person-42-1' })
  expect(codeOf(await cloud.ask(openid, 'dividend.mine', {}))).toBe('ok')
  expect(personIn(cloud, 'person-42-1')).toMatchObject({ isHead: true })
})

test('an expert leaves the directory with who they are, and comes back taking no questions', async () => {
  const listed = async () => codeOf(await cloud.ask('demo-visitor', 'expert.get', { expertId: 'expert-20' }))
  await archive('person-expert-20')
  await cloud.timer()
  expect(await listed()).toBe('NOT_FOUND')
  await cloud.must(BUREAU, 'registry.restorePerson', { personId: 'person-expert-20' })
  expect(await listed()).toBe('ok')
  expect(find(cloud, 'experts', { _id: 'expert-20' })).toMatchObject([{ available: false }])
})

test('a head leaves nobody without a head', async () => {
  expect(codeOf(await archive('person-43-1'))).toBe('HEAD_STAYS')
})

test('who was merged stays merged, who is there needs no restoring', async () => {
  const restore = (personId: string) => cloud.ask(BUREAU, 'registry.restorePerson', { personId })
  expect(codeOf(await restore('person-archived-3'))).toBe('MERGED')
  expect(codeOf(await restore('person-43-1'))).toBe('NOT_ARCHIVED')
  expect(codeOf(await restore('person-archived-2'))).toBe('ok')
})

test('a household nobody is left in is archived, and comes back with whoever is restored first', async () => {
  const fresh = await cloud.must(BUREAU, 'registry.saveHousehold', {
    ...{ village: '519921100200', head: { name: '何独居', birthYear: 1950 } },
  })
  const { householdId } = fresh
  const put = async () => {
    const { version } = await cloud.must(BUREAU, 'registry.household', { householdId })
    return cloud.ask(BUREAU, 'registry.archiveHousehold', { householdId, version, reason: '没人了' })
  }
  expect(codeOf(await put())).toBe('STILL_LIVED_IN')
  const [head] = find<{ _id: string }>(cloud, 'people', { householdId })
  await archive(head?._id ?? '')
  expect(codeOf(await put())).toBe('ok')
  expect(codeOf(await put())).toBe('ARCHIVED')
  const listed = async (archived: boolean) =>
    (await cloud.must(BUREAU, 'registry.search', { kind: 'household', words: '何独居', archived })).households
  expect([await listed(false), await listed(true)]).toMatchObject([[], [{ householdId }]])
  await cloud.must(BUREAU, 'registry.restorePerson', { personId: head?._id ?? '' })
  expect([await listed(false), await listed(true)]).toMatchObject([[{ householdId }], []])
})

test('somebody moves in while the household is archived: one of the two is told, and nobody lives in an archived one', async () => {
  for (let n = 0; n < 4; n++) {
    const { householdId } = await cloud.must(BUREAU, 'registry.saveHousehold', {
      ...{ village: '519921100200', head: { name: '何空屋', birthYear: 1950 } },
    })
    const [head] = find<{ _id: string }>(cloud, 'people', { householdId })
    await archive(head?._id ?? '')
    const { version } = await cloud.must(BUREAU, 'registry.household', { householdId })
    const codes = await Promise.all([
      cloud.ask(BUREAU, 'registry.archiveHousehold', { householdId, version, reason: '没人了' }),
      cloud.ask(BUREAU, 'registry.savePerson', {
        name: '何搬来',
        birthYear: 1990,
        householdId,
        another: true,
      }),
    ])
    const [household] = find<{ archived?: object }>(cloud, 'households', { _id: householdId })
    const living = find<{ archived?: object }>(cloud, 'people', { householdId }).filter(
      ({ archived }) => !archived,
    )
    expect(codes.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1)
    expect(household?.archived === undefined).toBe(living.length === 1)
  }
}, 240_000)

test('archived at the moment they sign up: either they did not, or their seat is free again after the jobs', async () => {
  const people = ['person-44-2', 'person-108-2', 'person-172-2', 'person-236-2']
  const [informant] = find<{ _id: string }>(cloud, 'accounts', {
    'roles.scope': personIn(cloud, people[0] ?? '').village,
    'roles.role': 'informant',
  })
  await Promise.all(
    people.flatMap((personId) => [
      cloud.ask(informant?._id ?? '', 'training.enrol', { classId: CLASS }, { actFor: personId }),
      archive(personId),
    ]),
  )
  await cloud.timer()
  // What was under way when somebody was archived has ended by now.
  later += 120_000
  await cloud.timer()
  expect(seatsOf().filter((personId) => people.includes(personId))).toEqual([])
  expect(find(cloud, 'people', { leaving: true })).toEqual([])
}, 240_000)
