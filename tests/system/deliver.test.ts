import type { NotificationDocument } from '../../cloudfunctions/areas/notification/documents'
import { type FaultyCloud, startFaultyCloud } from './jobs/build'

let cloud: FaultyCloud
beforeAll(async () => {
  cloud = await startFaultyCloud()
})
afterAll(() => cloud.close())

let household = 10
/** Somebody whose phone allows one message, and who has just been enrolled. */
async function enrolled(): Promise<string> {
  const openid = `demo-villager-${household++}`
  await fetch(`${cloud.emulator.url}/wechat/subscribe`, {
    method: 'POST',
    headers: { 'x-demo-openid': openid },
    body: JSON.stringify({ templateIds: ['demo-enrolled'] }),
  })
  await cloud.must(openid, 'notification.recordGrant', { answers: [{ kind: 'enrolled', answer: 'accept' }] })
  await cloud.must(openid, 'training.enrol', { classId: 'class-open-5' })
  return openid
}
const deliveryOf = (openid: string) =>
  (
    cloud.emulator.store.find('notifications', {
      'delivery.openid': openid,
    })[0] as unknown as NotificationDocument
  ).delivery
const messagesOf = async (openid: string) =>
  (await (await fetch(`${cloud.emulator.url}/wechat/messages?openid=${openid}`)).json()) as object[]
const remaining = (openid: string) =>
  cloud.emulator.store.find('grants', { _id: `${openid}:enrolled` })[0]?.remaining
const MINUTES = 60_000
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTES).toISOString()

test('killed after it was sent and before it was marked: never sent again, in the end marked as failed', async () => {
  const openid = await enrolled()
  expect(await cloud.run({ job: 'deliver', faults: ['dieAfter'] })).toEqual({ died: true })
  expect(await messagesOf(openid)).toHaveLength(1)
  expect(deliveryOf(openid).state).toBe('sending')
  await cloud.run({ job: 'deliver', now: later(1) })
  expect(deliveryOf(openid).state).toBe('sending')
  await cloud.run({ job: 'deliver', now: later(6) })
  expect(deliveryOf(openid).state).toBe('failed')
  await cloud.run({ job: 'deliver', now: later(60) })
  expect(await messagesOf(openid)).toHaveLength(1)
})

test('killed after it was claimed and before it was sent: nobody knows, so it is given up, and the inbox has it', async () => {
  const openid = await enrolled()
  expect(await cloud.run({ job: 'deliver', faults: ['dieBefore'] })).toEqual({ died: true })
  await cloud.run({ job: 'deliver', now: later(6) })
  expect(deliveryOf(openid)).toMatchObject({ state: 'failed' })
  expect(await messagesOf(openid)).toHaveLength(0)
  expect((await cloud.must(openid, 'inbox.list', {})).messages).toHaveLength(1)
})

test('killed at one message, the run after it sends those that were still waiting', async () => {
  const [first, second] = [await enrolled(), await enrolled()]
  await cloud.run({ job: 'deliver', faults: ['dieBefore'] })
  await cloud.run({ job: 'deliver' })
  expect([await messagesOf(first), await messagesOf(second)].map((each) => each.length)).toEqual([0, 1])
})

test('an answer that was lost on the way may have been a success: not sent again', async () => {
  const openid = await enrolled()
  await cloud.run({ job: 'deliver', faults: ['answerLost'] })
  await cloud.run({ job: 'deliver' })
  expect(await messagesOf(openid)).toHaveLength(1)
  expect(deliveryOf(openid)).toMatchObject({ state: 'failed', code: -501001, attempts: 1 })
})

test('a busy WeChat is asked again at the next runs, and gets it to the phone', async () => {
  const openid = await enrolled()
  await cloud.run({ job: 'deliver', faults: [-1] })
  expect(deliveryOf(openid)).toMatchObject({ state: 'pending', attempts: 1 })
  await cloud.run({ job: 'deliver', faults: [-1] })
  await cloud.run({ job: 'deliver' })
  expect(deliveryOf(openid)).toMatchObject({ state: 'sent', attempts: 3 })
  expect(await messagesOf(openid)).toHaveLength(1)
  expect(remaining(openid)).toBe(0)
})

test('a WeChat that stays busy is given up after five times', async () => {
  const openid = await enrolled()
  for (let run = 0; run < 7; run++) await cloud.run({ job: 'deliver', faults: [-1] })
  expect(deliveryOf(openid)).toMatchObject({ state: 'failed', attempts: 5, code: -1 })
  expect(await messagesOf(openid)).toHaveLength(0)
})

test('who has refused meanwhile (43101) is not asked again, and our count of what they allow follows', async () => {
  const openid = await enrolled()
  await cloud.run({ job: 'deliver', faults: [43101] })
  await cloud.run({ job: 'deliver' })
  expect(deliveryOf(openid)).toMatchObject({ state: 'refused', code: 43101, attempts: 1 })
  expect(remaining(openid)).toBe(0)
})

test('a field WeChat does not take (47003) fails at once, and what the person allows is kept', async () => {
  const openid = await enrolled()
  await cloud.run({ job: 'deliver', faults: [47003] })
  await cloud.run({ job: 'deliver' })
  expect(deliveryOf(openid)).toMatchObject({ state: 'failed', code: 47003, attempts: 1 })
  expect(remaining(openid)).toBe(1)
})

test('four runs at once send every message once', async () => {
  const openids: string[] = []
  for (let n = 0; n < 6; n++) openids.push(await enrolled())
  const runs = await Promise.all(Array.from({ length: 4 }, () => cloud.run({ job: 'deliver' })))
  const counts = await Promise.all(openids.map(async (openid) => (await messagesOf(openid)).length))
  expect(counts).toEqual(openids.map(() => 1))
  const sent = runs.map(({ result }) => (result as { sent: number }).sent)
  expect(sent.reduce((sum, each) => sum + each)).toBe(openids.length)
})
