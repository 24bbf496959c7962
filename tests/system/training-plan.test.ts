import { type Cloud, startCloud } from './cloud'
import { begunClass, desk, expectSound, PLAIN, type Plan, publishedClass } from './training-desk'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const bureau = 'demo-bureau'
const SKETCH: Plan = { title: '李子修剪班', topic: 'fruit', kind: 'skill', openTo: ['519921'], seats: 10 }
const codeOf = (answer: { ok: boolean; error?: { code: string } }) => answer.error?.code ?? 'ok'

test('a draft is nobody else’s; what it lacks is told field by field; published, everybody sees it', async () => {
  const { classId, version } = await cloud.must(bureau, 'training.save', { plan: SKETCH })
  expect(codeOf(await cloud.ask('demo-villager', 'training.get', { classId }))).toBe('NOT_FOUND')
  expect(codeOf(await cloud.ask('demo-villager', 'training.enrol', { classId }))).toBe('NOT_FOUND')
  const incomplete = await cloud.ask(bureau, 'training.publish', { classId })
  expect(incomplete).toMatchObject({ error: { code: 'CLASS_INCOMPLETE' } })
  if (!incomplete.ok) expect(Object.keys(incomplete.error.fields ?? {})).toContain('sessions')
  const { version: next } = await cloud.must(bureau, 'training.save', {
    classId,
    version,
    plan: { ...PLAIN, title: '李子修剪班' },
  })
  expect(codeOf(await cloud.ask(bureau, 'training.save', { classId, version, plan: PLAIN }))).toBe('STALE')
  expect(await cloud.must(bureau, 'training.publish', { classId })).toEqual({
    classId,
    version: next + 1,
    phase: 'open',
  })
  const seen = await cloud.must('demo-villager', 'training.get', { classId })
  expect(seen).toMatchObject({ title: '李子修剪班', state: 'open', phase: 'open', elsewhere: [] })
  expect(seen.obstacle).toBeUndefined()
  expect(seen.sessions).toMatchObject([{ id: 's1', point: { latitude: 31 } }])
  const { plan } = await cloud.must(bureau, 'training.plan', { classId })
  expect(plan).toMatchObject({ teacherIds: ['expert-1'], openTo: ['519921'], seats: 10 })
})

test('what people rely on is not changed in passing; the rest is, and a title reaches the rows', async () => {
  const classId = await publishedClass(cloud)
  await cloud.must('demo-villager-31', 'training.enrol', { classId })
  const { version } = await cloud.must(bureau, 'training.plan', { classId })
  const moved = { ...PLAIN, seats: 30 }
  expect(await cloud.ask(bureau, 'training.save', { classId, version, plan: moved })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { 'plan.seats': expect.any(String) } },
  })
  await cloud.must(bureau, 'training.save', { classId, version, plan: { ...PLAIN, title: '换了名的班' } })
  await cloud.timer()
  expect(desk(cloud).rowsOf(classId)).toMatchObject([{ title: '换了名的班', needsConfirm: false }])
  expect(desk(cloud).classOf(classId)).toMatchObject({ taken: 1, title: '换了名的班' })
  expectSound(cloud, classId)
})

test('a teacher plans their own class and no other’s; a name that does not exist is told', async () => {
  const plan = { ...PLAIN, teacherIds: ['expert-1'] }
  const { classId } = await cloud.must('demo-expert', 'training.save', { plan })
  expect((await cloud.must('demo-expert', 'training.publish', { classId })).phase).toBe('open')
  const others = { ...PLAIN, teacherIds: ['expert-2'] }
  expect(await cloud.ask('demo-expert', 'training.save', { plan: others })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { 'plan.teacherIds': '自己的班要把自己选上' } },
  })
  const nobody = { ...PLAIN, teacherIds: ['expert-nobody'] }
  expect(await cloud.ask(bureau, 'training.save', { plan: nobody })).toMatchObject({
    error: { fields: { 'plan.teacherIds.0': expect.any(String) } },
  })
  const nowhere = { ...PLAIN, openTo: ['519921999'] }
  expect(await cloud.ask(bureau, 'training.save', { plan: nowhere })).toMatchObject({
    error: { fields: { 'plan.openTo.0': expect.any(String) } },
  })
  const kept = (code: string) => [{ id: 'kept', name: '留给外乡', seats: 1, regions: ['519921100200', code] }]
  const reserved = { ...PLAIN, reserved: kept('519921999201') }
  expect(await cloud.ask(bureau, 'training.save', { plan: reserved })).toMatchObject({
    error: { fields: { 'plan.reserved.0.regions': expect.any(String) } },
  })
  const seats = { classId: 'class-open-1', seats: 500, reserved: kept('519921999201') }
  expect(await cloud.ask(bureau, 'training.changeSeats', seats)).toMatchObject({
    error: { fields: { 'reserved.0.regions': expect.any(String) } },
  })
})

test('sign-up closes by hand and opens again; last year’s class is copied as a draft of this year', async () => {
  const classId = await publishedClass(cloud)
  await cloud.must(bureau, 'training.closeSignUp', { classId })
  expect(codeOf(await cloud.ask('demo-villager-32', 'training.enrol', { classId }))).toBe('SIGN_UP_CLOSED')
  expect(codeOf(await cloud.ask(bureau, 'training.closeSignUp', { classId }))).toBe('CLASS_STATE')
  await cloud.must(bureau, 'training.publish', { classId })
  await cloud.must('demo-villager-32', 'training.enrol', { classId })
  const copy = await cloud.must(bureau, 'training.copy', { classId: 'class-past-3' })
  const [model, draft] = [desk(cloud).classOf('class-past-3'), desk(cloud).classOf(copy.classId)]
  expect(draft).toMatchObject({ state: 'draft', taken: 0, title: model.title, teachers: model.teachers })
  const weeks = (Date.parse(draft.startsAt) - Date.parse(model.startsAt)) / (7 * 24 * 3_600_000)
  expect(weeks % 52).toBe(0)
  expect(draft.startsAt > new Date(cloud.emulator.clock.now()).toISOString()).toBe(true)
})

test('fewer seats than are taken change nothing and name who came last; more are for those in line', async () => {
  const classId = await publishedClass(cloud, { seats: 3, seatsPerVillage: 3 })
  for (const n of [41, 42, 43]) await cloud.must(`demo-villager-${n}`, 'training.enrol', { classId })
  await cloud.must('demo-villager-44', 'training.enrol', { classId, wait: true })
  const lower = await cloud.must(bureau, 'training.changeSeats', { classId, seats: 2 })
  expect(lower).toMatchObject({
    changed: false,
    over: [{ of: 'class', name: '全班', limit: 2, used: 3, people: [{ personId: 'person-43-1' }] }],
  })
  expect(desk(cloud).classOf(classId)).toMatchObject({ seats: 3, seatsPerVillage: 3 })
  expect(await cloud.must(bureau, 'training.changeSeats', { classId, seats: 4 })).toMatchObject({
    changed: true,
  })
  expect(desk(cloud).classOf(classId).seatsPerVillage).toBeUndefined()
  await cloud.timer()
  const mine = (await cloud.must('demo-villager-44', 'training.get', { classId })).mine
  expect(mine).toMatchObject({ state: 'offered', offerUntil: expect.any(String) })
  expectSound(cloud, classId)
})

test('a class that is over notes who was not seen, and ends what was still open', async () => {
  const early = await publishedClass(cloud)
  expect(codeOf(await cloud.ask(bureau, 'training.finish', { classId: early }))).toBe('CLASS_STATE')
  const classId = begunClass(cloud)
  const [model] = desk(cloud).rowsOf('class-open-5')
  const rows = (['enrolled', 'attended', 'pending'] as const).map((state, n) => ({
    ...model,
    _id: `${classId}:person-5${n}-1`,
    classId,
    personId: `person-5${n}-1`,
    state,
  }))
  const [village] = rows.map((row) => row.village)
  cloud.emulator.store.insertMany('enrolments', rows as never)
  const { version, ...rest } = desk(cloud).classOf(classId)
  cloud.emulator.store.insertMany('classes', [
    {
      ...rest,
      version,
      _id: `${classId}-full`,
      taken: 3,
      takenByVillage: { [village!]: 3 },
      takenByTownship: { [village!.slice(0, 9)]: 3 },
    } as never,
  ])
  cloud.emulator.store.insertMany(
    'enrolments',
    rows.map((row) => ({
      ...row,
      _id: row._id.replace(classId, `${classId}-full`),
      classId: `${classId}-full`,
    })) as never,
  )
  await cloud.must('demo-expert', 'training.finish', { classId: `${classId}-full` })
  await cloud.timer()
  const states = desk(cloud)
    .rowsOf(`${classId}-full`)
    .map(({ state }) => state)
  expect(states.sort()).toEqual(['absent', 'attended', 'lapsed'])
  expectSound(cloud, `${classId}-full`)
})

test('a class with sessions still to come is not over: nobody is made absent before they could come', async () => {
  const begun = begunClass(cloud)
  const { sessions } = desk(cloud).classOf(begun)
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString()
  const next = ['s8', 's9'].map((id) => ({ ...sessions[0]!, id, startsAt: tomorrow, endsAt: tomorrow }))
  const { version, ...rest } = desk(cloud).classOf(begun)
  const classId = `${begun}-long`
  const long = { ...rest, version, _id: classId, sessions: [...sessions, ...next], endsAt: tomorrow }
  cloud.emulator.store.insertMany('classes', [long as never])
  expect((await cloud.must(bureau, 'training.plan', { classId })).toFinish).toBe(false)
  expect(await cloud.ask(bureau, 'training.finish', { classId })).toMatchObject({
    error: { code: 'CLASS_STATE', message: '还有 2 次课没上，最后一次课开始以后再结课。' },
  })
  expect((await cloud.must(bureau, 'training.plan', { classId: begun })).toFinish).toBe(true)
  await cloud.must(bureau, 'training.finish', { classId: begun })
})

test('who plans sees how full a class is, who waits for a word, what the answers are to, and places by name', async () => {
  const questions = [{ id: 'bed', label: '住不住', kind: 'yesNo' as const, required: true }]
  const village = { code: '519921100200', name: '李家湾村' }
  const reserved = [{ id: 'kept', name: '留给本村', seats: 1, regions: [village.code] }]
  const classId = await publishedClass(cloud, {
    seats: 2,
    approval: true,
    questions,
    reserved,
    openTo: ['519921'],
  })
  const answers = [{ question: 'bed', value: true }]
  await cloud.must('demo-villager-61', 'training.enrol', { classId, answers })
  const { plan, counts, toDecide, places } = await cloud.must(bureau, 'training.plan', { classId })
  expect([plan.openTo, counts, toDecide]).toEqual([
    ['519921'],
    { seats: 2, taken: 1, held: 0, waiting: 0 },
    1,
  ])
  expect(places).toEqual([village, { code: '519921', name: '云岭县' }])
  const { classes } = await cloud.must(bureau, 'training.desk', { show: 'open' })
  expect(classes.filter((each) => each.toDecide > 0).map(({ id }) => id)).toEqual([classId])
  const roster = await cloud.must(bureau, 'training.roster', { classId, state: 'pending' })
  expect(roster).toMatchObject({ phase: 'open', questions, people: [{ answers }] })
})

test('the desk shows each planner their own, and pages', async () => {
  const all: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await cloud.must(bureau, 'training.desk', { show: 'past', ...(cursor ? { cursor } : {}) })
    all.push(...page.classes.map(({ id }) => id))
    cursor = page.next
    if (!cursor) break
  }
  expect(all.filter((id) => id.startsWith('class-past-'))).toHaveLength(25)
  expect(new Set(all).size).toBe(all.length)
  const { classes } = await cloud.must('demo-expert', 'training.desk', { show: 'open' })
  for (const { id } of classes)
    expect(
      desk(cloud)
        .classOf(id)
        .teachers.map(({ expertId }) => expertId),
    ).toContain('expert-1')
})
