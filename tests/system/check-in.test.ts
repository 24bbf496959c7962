import { type Cloud, startCloud } from './cloud'
import { beganAt, checkInOf, codeNow, entryFor, head, personOf, rowOf, todaysClass } from './training-day'
import { desk, expectSound } from './training-desk'

let cloud: Cloud
let clean: string
beforeAll(async () => {
  cloud = await startCloud()
  clean = await cloud.emulator.snapshot()
})
afterEach(() => cloud.emulator.restore(clean))
afterAll(() => cloud.close())

const scan = (household: number, classId: string, code: string, session = 's1') =>
  cloud.ask(head(household), 'training.checkIn', { classId, session, code })
const record = (openid: string, classId: string, entries: ReturnType<typeof entryFor>[], session = 's1') =>
  cloud.must(openid, 'training.recordAttendance', { classId, session, entries })
const statesOf = (results: { state?: string | undefined; error?: { code: string } | undefined }[]) =>
  results.map(({ state, error }) => state ?? error?.code)

/** Noon in Beijing: minutes and hours later it is the same day. */
const noon = async () => {
  const day = new Date((await cloud.emulator.clock.now()) + 24 * 3_600_000).toISOString().slice(0, 10)
  await cloud.emulator.clock.set(Date.parse(`${day}T04:00:00.000Z`))
}

test('a scan counts within 60 seconds of the code; later it waits for the teacher; a photo of yesterday is refused', async () => {
  await noon()
  const classId = await todaysClass(cloud, { households: [11, 12, 13, 14] })
  const code = await codeNow(cloud, classId)
  // Calls take time of their own: it is far from where the code's minute ends.
  const began = beganAt(code)
  await cloud.emulator.clock.set(began)
  expect(await scan(11, classId, code)).toMatchObject({ ok: true, data: { state: 'present', session: 's1' } })
  expect(checkInOf(cloud, classId, personOf(11))).toMatchObject({ is: 'present', how: 'code', rank: 2 })
  expect(rowOf(cloud, classId, personOf(11))).toMatchObject({ state: 'attended', present: ['s1'] })
  await cloud.emulator.clock.set(began + 35_000)
  expect(await scan(12, classId, code)).toMatchObject({ data: { state: 'present' } })
  await cloud.emulator.clock.set(began + 60_001)
  expect(await scan(13, classId, code)).toMatchObject({ data: { state: 'toConfirm' } })
  expect(rowOf(cloud, classId, personOf(13))).toMatchObject({ state: 'enrolled', toConfirm: ['s1'] })
  // Who is there stays there, whatever they scan afterwards.
  expect(await scan(12, classId, code)).toMatchObject({ data: { state: 'present' } })
  const told = await cloud.must('demo-expert', 'training.checkInCode', { classId, session: 's1' })
  expect(told).toMatchObject({ present: 2, toConfirm: 1, seated: 4 })
  const now = new Date(await cloud.emulator.clock.now()).toISOString()
  const { results } = await record('demo-expert', classId, [
    entryFor(personOf(13)),
    entryFor(personOf(12), { present: false, at: now }),
  ])
  expect(statesOf(results)).toEqual(['present', 'absent'])
  expect(await scan(12, classId, code)).toMatchObject({ data: { state: 'absent' } })
  await cloud.emulator.clock.set((await cloud.emulator.clock.now()) + 12 * 3_600_000)
  expect(await scan(14, classId, code)).toMatchObject({ error: { code: 'CHECK_IN_NOT_TODAY' } })
  expect(rowOf(cloud, classId, personOf(14))?.checkIns).toBeUndefined()
})

test('an invented code, one of another session, one of a moment to come: refused, and nothing is kept', async () => {
  await noon()
  const classId = await todaysClass(cloud, { households: [11] })
  const other = await codeNow(cloud, classId, 's2')
  const coming = await codeNow(cloud, classId, 's1', 3)
  for (const code of ['abcd-0123456789ab', other, coming])
    expect(await scan(11, classId, code)).toMatchObject({ error: { code: 'CHECK_IN_CODE_WRONG' } })
  expect(await scan(11, classId, other, 's2')).toMatchObject({ data: { state: 'present' } })
  expect(rowOf(cloud, classId, personOf(11))?.present).toEqual(['s2'])
})

test('who has no seat is sent to the teacher; who may not show codes finds no class', async () => {
  const classId = await todaysClass(cloud)
  const code = await codeNow(cloud, classId)
  expect(await scan(12, classId, code)).toMatchObject({
    error: { code: 'NO_SEAT_HERE', message: '您没有报这个班。请找老师现场补报。' },
  })
  expect(await cloud.ask('demo-informant', 'training.checkInCode', { classId, session: 's1' })).toMatchObject(
    {
      error: { code: 'FORBIDDEN' },
    },
  )
  expect(await cloud.ask('demo-expert', 'training.checkInCode', { classId, session: 's9' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  const cancelled = await todaysClass(cloud, { state: 'cancelled' })
  expect(
    await cloud.ask('demo-expert', 'training.checkInCode', { classId: cancelled, session: 's1' }),
  ).toMatchObject({ error: { code: 'CLASS_STATE' } })
})

test('once the class is closed, scanning says so, and so does the page of who would', async () => {
  const classId = await todaysClass(cloud, { households: [11] })
  const [code, before] = [
    await codeNow(cloud, classId),
    await cloud.must(head(11), 'training.myCode', { classId }),
  ]
  expect(before.noCode).toBeUndefined()
  await cloud.emulator.clock.set((await cloud.emulator.clock.now()) + 31 * 60_000)
  await cloud.must('demo-bureau', 'training.finish', { classId })
  expect((await cloud.must(head(11), 'training.myCode', { classId })).noCode).toBe('finished')
  const closed = { code: 'CLASS_STATE', message: expect.stringMatching(/^这个班结课了/) }
  expect(await scan(11, classId, code)).toMatchObject({ error: closed })
  expect(await cloud.ask('demo-expert', 'training.checkInCode', { classId, session: 's1' })).toMatchObject({
    error: closed,
  })
})

test('an informant scans for who they act for; it is told who acted', async () => {
  const classId = await todaysClass(cloud)
  await cloud.must('demo-informant', 'training.enrol', { classId }, 'person-1-2')
  const code = await codeNow(cloud, classId)
  await cloud.must('demo-informant', 'training.checkIn', { classId, session: 's1', code }, 'person-1-2')
  const kept = checkInOf(cloud, classId, 'person-1-2')
  expect(kept).toMatchObject({ is: 'present', how: 'code', by: { personId: expect.any(String) } })
  await cloud.timer()
  const told = cloud.emulator.store.find('audit', { operation: 'training.checkIn' } as never)
  expect(told.map(({ about }) => (about as unknown as { kind: string; id: string }).id).sort()).toEqual(
    [classId, 'person-1-2'].sort(),
  )
})

test('the sheet has everybody with a seat by village, and their codes; an informant’s has their villages’ people', async () => {
  const classId = await todaysClass(cloud, { households: [1, 11, 12, 13] })
  await cloud.must(head(13), 'training.cancelEnrolment', { classId })
  await record('demo-expert', classId, [entryFor(personOf(11))])
  const sheet = await cloud.must('demo-expert', 'training.attendanceSheet', { classId, session: 's1' })
  expect(sheet.people.map(({ personId }) => personId).sort()).toEqual([1, 11, 12].map(personOf).sort())
  expect(sheet.people.find(({ personId }) => personId === personOf(11))).toMatchObject({
    standing: 'attended',
    checkIn: { state: 'present', how: 'tick', by: expect.any(String) },
  })
  const { code, text } = await cloud.must(head(12), 'training.myCode', { classId })
  expect(sheet.people.find(({ personId }) => personId === personOf(12))).toMatchObject({ code })
  expect(text).toContain(personOf(12))
  const own = await cloud.must('demo-informant', 'training.attendanceSheet', { classId, session: 's1' })
  const village = cloud.emulator.store.find('accounts', { _id: 'demo-informant' } as never)[0]?.village
  const there = [1, 11, 12].filter((n) => rowOf(cloud, classId, personOf(n))?.village === village)
  expect(there.length).toBeGreaterThan(0)
  expect(own.people.map(({ personId }) => personId).sort()).toEqual(there.map(personOf).sort())
})

test('a list kept without a network is sent later, twice and in parts: each is counted once', async () => {
  const classId = await todaysClass(cloud, { households: [11, 12, 13] })
  const { code } = await cloud.must(head(12), 'training.myCode', { classId })
  const at = (minutes: number) => new Date(Date.now() - 3_600_000 + minutes * 60_000).toISOString()
  const queue = [
    entryFor(personOf(11), { at: at(0) }),
    entryFor(personOf(12), { how: 'personalCode', code, at: at(1) }),
    entryFor(personOf(13), { at: at(2) }),
    // Ticked by mistake, and taken back.
    entryFor(personOf(13), { at: at(3), present: false }),
    entryFor(personOf(11), { how: 'personalCode', code, at: at(4) }),
    entryFor('nobody', { at: at(5) }),
  ]
  const { results } = await record('demo-expert', classId, queue)
  const expected = ['present', 'present', 'present', 'absent', 'CHECK_IN_CODE_WRONG', 'NO_SEAT_HERE']
  expect(statesOf(results)).toEqual(expected)
  // The phone did not hear the answer: the same again, in other parts, the later ones first.
  await record('demo-expert', classId, queue.slice(3))
  const again = await record('demo-expert', classId, queue.slice(0, 3))
  expect(statesOf(again.results)).toEqual(['present', 'present', 'absent'])
  expect(again.results[2]).toMatchObject({ overruled: true })
  const states = [11, 12, 13].map((n) => rowOf(cloud, classId, personOf(n))?.state)
  expect(states).toEqual(['attended', 'attended', 'enrolled'])
  expectSound(cloud, classId)
})

test('an informant does not undo what a scan or the teacher says; a phone that is ahead gains nothing', async () => {
  const classId = await todaysClass(cloud, { households: [1, 65] })
  await scan(1, classId, await codeNow(cloud, classId))
  const { results } = await record('demo-informant', classId, [
    entryFor(personOf(1), { present: false }),
    entryFor(personOf(65), { at: '2099-01-01T00:00:00.000Z' }),
  ])
  expect(results).toMatchObject([
    { state: 'present', overruled: true },
    { state: 'present', overruled: false },
  ])
  expect(checkInOf(cloud, classId, personOf(65))?.at).toBe(checkInOf(cloud, classId, personOf(65))?.got)
  await record('demo-expert', classId, [entryFor(personOf(65), { present: false })])
  expect(rowOf(cloud, classId, personOf(65))).toMatchObject({ state: 'enrolled', present: [] })
})

test('who walks in gets a seat while there is one, by the class’s own rules, and is told why not otherwise', async () => {
  const classId = await todaysClass(cloud, { households: [11], seats: 2, seatsPerVillage: 2 })
  const walk = (n: number) => entryFor(personOf(n), { how: 'walkIn' })
  const { results } = await record('demo-expert', classId, [walk(12), walk(12), walk(13), walk(11)])
  expect(statesOf(results)).toEqual(['present', 'present', 'CLASS_FULL', 'present'])
  expect(results[2]?.error?.message).toMatch(/满/)
  expect(rowOf(cloud, classId, personOf(12))).toMatchObject({ state: 'attended', by: expect.anything() })
  expectSound(cloud, classId)
  // Somebody in line has come as well: they leave the line with their seat.
  const other = await todaysClass(cloud, { households: [11], seats: 1 })
  await cloud.must(head(14), 'training.enrol', { classId: other, wait: true })
  expect(statesOf((await record('demo-expert', other, [walk(14)])).results)).toEqual(['CLASS_FULL'])
  await cloud.must('demo-bureau', 'training.changeSeats', { classId: other, seats: 2 })
  expect(statesOf((await record('demo-expert', other, [walk(14)])).results)).toEqual(['present'])
  expect(rowOf(cloud, other, personOf(14))).toMatchObject({ state: 'attended', line: '' })
  expectSound(cloud, other)
  const far = await todaysClass(cloud, { openTo: [{ code: '519921120', name: '远乡' }] })
  expect(statesOf((await record('demo-bureau', far, [walk(11)])).results)).toEqual(['NOT_ELIGIBLE'])
})

test('the wrong one of a name who was let in is taken back: no seat, no attendance, no absence is left', async () => {
  const classId = await todaysClass(cloud, { households: [11], seats: 2 })
  const before = desk(cloud).classOf(classId)
  await record('demo-expert', classId, [entryFor(personOf(12), { how: 'walkIn' })])
  expect(desk(cloud).classOf(classId).taken).toBe(2)
  const gone = entryFor(personOf(12), { present: false })
  expect(statesOf((await record('demo-expert', classId, [gone])).results)).toEqual(['absent'])
  expect(rowOf(cloud, classId, personOf(12))).toMatchObject({
    state: 'cancelled',
    present: [],
    reason: '现场补报记错了',
  })
  const { taken, takenByVillage } = desk(cloud).classOf(classId)
  expect([taken, takenByVillage]).toEqual([before.taken, before.takenByVillage])
  await cloud.timer()
  expectSound(cloud, classId)
  // The right one has the seat; who had signed up and is not there stays on the list.
  expect(
    statesOf((await record('demo-expert', classId, [entryFor(personOf(13), { how: 'walkIn' })])).results),
  ).toEqual(['present'])
  await record('demo-expert', classId, [entryFor(personOf(11))])
  await record('demo-expert', classId, [entryFor(personOf(11), { present: false })])
  expect(rowOf(cloud, classId, personOf(11))).toMatchObject({ state: 'enrolled' })
  expectSound(cloud, classId)
})

test('a class that is over notes who never came; a list that comes in later still makes them present', async () => {
  const classId = await todaysClass(cloud, { households: [11, 12, 13] })
  await scan(11, classId, await codeNow(cloud, classId))
  await cloud.emulator.clock.advance(2 * 3_600_000)
  await cloud.must('demo-expert', 'training.finish', { classId })
  await cloud.timer()
  const states = () => [11, 12, 13].map((n) => rowOf(cloud, classId, personOf(n))?.state)
  expect(states()).toEqual(['attended', 'absent', 'absent'])
  await record('demo-informant', classId, [entryFor(personOf(12))])
  await record('demo-expert', classId, [entryFor(personOf(12)), entryFor(personOf(11), { present: false })])
  expect(states()).toEqual(['absent', 'attended', 'absent'])
  expectSound(cloud, classId)
})

test('who came to the first session is told of the change of the next', async () => {
  const classId = await todaysClass(cloud, { households: [11] })
  await record('demo-expert', classId, [entryFor(personOf(11))])
  await cloud.must('demo-bureau', 'training.cancel', { classId, reason: '下大雨' })
  await cloud.timer()
  await cloud.timer()
  expect(rowOf(cloud, classId, personOf(11))?.state).toBe('attended')
  const told = cloud.emulator.store.find('notifications', { to: personOf(11), title: /取消/ } as never)
  expect(told).toHaveLength(1)
  expect(cloud.emulator.store.find('classes', { _id: classId } as never)[0]?.tell).toBeUndefined()
})
