import type { AuditDocument } from '../../cloudfunctions/areas/audit/documents'
import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const entries = () => cloud.emulator.store.find('audit', {}, 1000) as unknown as AuditDocument[]

test('what somebody did for somebody else is in the log once, however often jobs runs', async () => {
  await cloud.must('demo-informant', 'training.enrol', { classId: 'class-open-3' }, 'person-1-1')
  await cloud.timer()
  await cloud.timer()
  expect(entries()).toEqual([
    expect.objectContaining({
      operation: 'training.enrol',
      who: expect.objectContaining({ openid: 'demo-informant', personId: 'person-informant-1' }),
      forWhom: { id: 'person-1-1', name: expect.any(String) },
      about: expect.objectContaining({ kind: 'person', id: 'person-1-1' }),
      places: ['519921', '519921100', '519921100200'],
      requestId: expect.any(String),
    }),
  ])
})

test('several people of one call are several entries; one added by a second try as well', async () => {
  const before = entries().length
  const requestId = 'two-people-1'
  const people = ['person-1-2', 'person-1-3']
  await cloud.ask('demo-informant', 'training.enrol', { classId: 'class-open-3', people }, { requestId })
  await cloud.timer()
  expect(entries().slice(before).length).toBe(2)
  await cloud.ask('demo-informant', 'training.enrol', { classId: 'class-open-3', people }, { requestId })
  await cloud.timer()
  expect(entries().slice(before).length).toBe(2)
})

test('a copy that broke off at any exchange is completed by the next, with nothing twice', async () => {
  for (let nth = 1; nth <= 12; nth++) {
    const before = entries().length
    await cloud.must('demo-informant', 'training.enrol', { classId: 'class-open-5' }, 'person-1-3')
    cloud.emulator.faults.add({
      function: 'jobs',
      action: 'database.*',
      nth,
      fault: { code: 'DATABASE_REQUEST_FAILED' },
    })
    await cloud.timer()
    cloud.emulator.faults.clear()
    await cloud.timer()
    expect(entries().length).toBe(before + 1)
    await cloud.must('demo-informant', 'training.cancelEnrolment', { classId: 'class-open-5' }, 'person-1-3')
    await cloud.timer()
  }
})

test('reading one’s messages leaves no entry', async () => {
  const before = entries().length
  await cloud.must('demo-villager', 'inbox.markRead', {})
  await cloud.timer()
  expect(entries().length).toBe(before)
})
