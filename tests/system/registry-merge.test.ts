import type { Household } from '../../cloudfunctions/areas/registry/documents'
import type { EnrolmentDocument, TrainingClass } from '../../cloudfunctions/areas/training/documents'
import { type Cloud, startCloud } from './cloud'
import { BUREAU, codeOf, find, personIn, plantTownshipOperator } from './registry-world'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const merge = (keep: string, drop: string, openid = BUREAU) =>
  cloud.ask(openid, 'registry.mergePeople', { keep, drop, reason: '录重了' })
const add = async (name: string, householdId: string) =>
  (
    await cloud.must(BUREAU, 'registry.savePerson', {
      ...{ name, birthYear: 1990, householdId, another: true },
    })
  ).personId
const informantOf = (personId: string) =>
  find<{ _id: string }>(cloud, 'accounts', {
    'roles.role': 'informant',
    'roles.scope': personIn(cloud, personId).village,
  })[0]?._id ?? ''
const seatsIn = (classId: string) => {
  const [training] = find<TrainingClass>(cloud, 'classes', { _id: classId })
  const rows = find<EnrolmentDocument>(cloud, 'enrolments', { classId, state: 'enrolled' })
  expect(training?.taken).toBe(rows.length)
  return rows.map(({ personId }) => personId)
}

test('two entries become one: account, history and what is still open are the kept one’s', async () => {
  // An account, a finished class, a seat to come, a question and messages of the entry that goes.
  const [keep, drop, openid] = ['person-50-2', 'person-50-1', 'demo-villager-50']
  await cloud.must(openid, 'training.enrol', { classId: 'class-open-3' })
  const { questionId } = await cloud.must(openid, 'consultation.ask', { subject: 'pig', text: '猪不吃食' })
  const before = {
    past: await cloud.must(openid, 'training.myEnrolments', { when: 'past' }),
    inbox: await cloud.must(openid, 'inbox.list', {}),
    asked: (await cloud.must(openid, 'consultation.mine', {})).questions.map(({ id }) => id),
  }
  expect(before.inbox.messages.length).toBeGreaterThan(0)
  expect(codeOf(await merge(keep, drop))).toBe('ok')

  const check = async () => {
    expect(await cloud.must(openid, 'identity.me', {})).toMatchObject({ person: { id: keep } })
    const past = await cloud.must(openid, 'training.myEnrolments', { when: 'past' })
    expect(past.enrolments).toEqual(expect.arrayContaining(before.past.enrolments))
    expect((await cloud.must(openid, 'training.myEnrolments', { when: 'coming' })).enrolments).toHaveLength(1)
    const { questions } = await cloud.must(openid, 'consultation.mine', {})
    expect(questions.map(({ id }) => id)).toEqual(before.asked)
    expect((await cloud.must(openid, 'consultation.get', { questionId })).text).toBe('猪不吃食')
    expect(await cloud.must(openid, 'inbox.list', {})).toEqual(before.inbox)
    const home = await cloud.must(openid, 'home.get', {})
    expect(home).toMatchObject({
      training: { next: { classId: 'class-open-3' } },
      consultation: { last: { id: questionId } },
    })
  }
  await check()
  // Jobs hands on what is open; it is the same to who looks.
  await cloud.timer()
  await check()
  expect(seatsIn('class-open-3')).toContain(keep)
  expect(seatsIn('class-open-3')).not.toContain(drop)
  expect(find(cloud, 'questions', { _id: questionId })).toMatchObject([{ person: { id: keep } }])
  await cloud.must(openid, 'training.cancelEnrolment', { classId: 'class-open-3' })
  expect(seatsIn('class-open-3')).not.toContain(keep)
  expect(personIn(cloud, drop)).toMatchObject({ archived: { mergedInto: keep, reason: '录重了' } })
  expect(personIn(cloud, keep)).toMatchObject({ openid, isHead: true, formerIds: [drop] })
  expect(find<Household>(cloud, 'households', { _id: 'household-50' })).toMatchObject([{ headId: keep }])
})

test('a class both had signed up for, each at the moment of the merge, keeps one seat', async () => {
  const drop = await add('何重名', 'household-51')
  const informant = informantOf(drop)
  for (const personId of ['person-51-2', drop])
    await cloud.must(informant, 'training.enrol', { classId: 'class-open-2' }, personId)
  expect(codeOf(await merge('person-51-2', drop))).toBe('TWO_ENROLMENTS')
  await cloud.must(informant, 'training.cancelEnrolment', { classId: 'class-open-2' }, drop)
  expect(codeOf(await merge('person-51-2', drop))).toBe('ok')
  // As if the other enrolment had been under way: it appears after the merge.
  const [seat] = find<EnrolmentDocument>(cloud, 'enrolments', {
    classId: 'class-open-2',
    personId: 'person-51-2',
  })
  const [training] = find<TrainingClass>(cloud, 'classes', { _id: 'class-open-2' })
  const village = personIn(cloud, drop).village ?? ''
  cloud.emulator.store.insertMany('enrolments', [
    { ...seat, _id: `class-open-2:${drop}`, personId: drop },
  ] as never)
  cloud.emulator.store.insertMany('classes', [
    {
      ...training,
      taken: (training?.taken ?? 0) + 1,
      takenByVillage: {
        ...training?.takenByVillage,
        [village]: (training?.takenByVillage[village] ?? 0) + 1,
      },
    },
  ] as never)
  await cloud.timer()
  expect(seatsIn('class-open-2').filter((id) => ['person-51-2', drop].includes(id))).toEqual(['person-51-2'])
})

test('the only one of a household leaves it archived; one with others in it stays', async () => {
  const alone = await cloud.must(BUREAU, 'registry.saveHousehold', {
    ...{ village: '519921100200', head: { name: '何重户', birthYear: 1960 } },
  })
  const [head] = find<{ _id: string }>(cloud, 'people', { householdId: alone.householdId })
  expect(codeOf(await merge('person-1-3', head?._id ?? ''))).toBe('ok')
  expect(find(cloud, 'households', { _id: alone.householdId })).toMatchObject([
    { archived: { reason: '录重了' } },
  ])
  // Both use WeChat is told before what their households are.
  expect(codeOf(await merge('person-52-1', 'person-53-1'))).toBe('TWO_ACCOUNTS')
  expect(codeOf(await merge('person-52-2', 'person-53-1'))).toBe('HEAD_STAYS')
})

test('experts are kept, archived ones are left alone, and nobody reaches over', async () => {
  expect(codeOf(await merge('person-54-2', 'person-expert-7'))).toBe('KEEP_THE_OTHER')
  expect(codeOf(await merge('person-54-2', 'person-archived-1'))).toBe('ARCHIVED')
  expect(codeOf(await merge('person-54-2', 'nobody'))).toBe('NOT_FOUND')
  const operator = plantTownshipOperator(cloud)
  expect(codeOf(await merge('person-1-3', 'person-2-2', operator))).toBe('NOT_FOUND')
  expect(codeOf(await merge('person-2-2', 'person-1-3', operator))).toBe('NOT_FOUND')
})

test('two merges of the same two, each the other way round: one wins', async () => {
  const [a, b] = [await add('何甲乙', 'household-55'), await add('何乙甲', 'household-55')]
  const codes = (await Promise.all([merge(a, b), merge(b, a)])).map(codeOf)
  expect(codes.sort()).toEqual(['ARCHIVED', 'ok'])
  const gone = [a, b].filter((id) => personIn(cloud, id).archived)
  expect(gone).toHaveLength(1)
})
