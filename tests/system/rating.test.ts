import { begunWith } from './certificate-class'
import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const DAY = 24 * 3_600_000
const refusal = async (asked: ReturnType<Cloud['ask']>) => {
  const answer = await asked
  return answer.ok ? 'no refusal' : answer.error.code
}
const everybody = { 'person-5-1': 'attended', 'person-6-1': 'attended', 'person-7-1': 'absent' } as const
const over = (some = {}) => begunWith(cloud, everybody, { state: 'finished', ...some })

test('who attended says once how it was; who teaches and the bureau see stars and sentences, never whose', async () => {
  const classId = over()
  const rated = await cloud.must('demo-villager-5', 'training.rate', { classId, stars: 5, words: '讲得明白' })
  expect(Date.parse(rated.until)).toBeGreaterThan(Date.now() + 6 * DAY)
  await cloud.must('demo-villager-6', 'training.rate', { classId, stars: 2 })
  const seen = await cloud.must('demo-bureau', 'training.ratings', { classId })
  expect(seen).toMatchObject({
    count: 2,
    average: 3.5,
    byStars: [0, 1, 0, 0, 1],
    sentences: [{ stars: 5, words: '讲得明白' }],
  })
  expect(JSON.stringify(seen)).not.toMatch(/person-|openid/)
  expect(await cloud.must('demo-expert', 'training.ratings', { classId })).toEqual(seen)
  expect(await refusal(cloud.ask('demo-villager-7', 'training.rate', { classId, stars: 1 }))).toBe(
    'NOT_ATTENDED',
  )
  expect(await refusal(cloud.ask('demo-villager-8', 'training.afterClass', { classId }))).toBe('NOT_ATTENDED')
  expect(await refusal(cloud.ask('demo-villager-5', 'training.ratings', { classId }))).toBe('FORBIDDEN')
})

test('changed within its days it counts once; text that cannot be shown is refused', async () => {
  const classId = over()
  await cloud.must('demo-villager-5', 'training.rate', { classId, stars: 1, words: '太快' })
  await cloud.must('demo-villager-5', 'training.rate', { classId, stars: 4 })
  expect(await cloud.must('demo-bureau', 'training.ratings', { classId })).toMatchObject({
    count: 1,
    average: 4,
    sentences: [],
  })
  expect(
    await refusal(cloud.ask('demo-villager-6', 'training.rate', { classId, stars: 3, words: '违规测试词' })),
  ).toBe('UNSAFE_TEXT')
  const long = over({ endsAt: new Date(Date.now() - 31 * DAY).toISOString() })
  expect(await refusal(cloud.ask('demo-villager-5', 'training.rate', { classId: long, stars: 3 }))).toBe(
    'RATING_CLOSED',
  )
})

test('two who rate at once are both counted', async () => {
  const classId = over()
  await Promise.all(
    [5, 6].map((n) => cloud.must(`demo-villager-${n}`, 'training.rate', { classId, stars: n - 2 })),
  )
  expect(await cloud.must('demo-bureau', 'training.ratings', { classId })).toMatchObject({
    count: 2,
    average: 3.5,
  })
})

test('what is left after a class: its materials, whom to ask, the certificate, what was said', async () => {
  const { uploadPrefix } = await cloud.must('demo-bureau', 'identity.me', {})
  const uploaded = await fetch(`${cloud.emulator.url}/upload?path=${uploadPrefix}notes.pdf`, {
    method: 'POST',
    headers: { 'x-demo-openid': 'demo-bureau' },
    body: '讲义',
  })
  const { fileID } = (await uploaded.json()) as { fileID: string }
  const classId = begunWith(cloud, everybody, { materials: [{ name: '讲义', file: fileID }] })
  await cloud.must('demo-bureau', 'training.finish', { classId })
  await cloud.timer()
  await cloud.must('demo-villager-5', 'training.rate', { classId, stars: 5, words: '好' })
  const left = await cloud.must('demo-villager-5', 'training.afterClass', { classId })
  expect(left).toMatchObject({
    teachers: [{ expertId: 'expert-1' }],
    materials: [{ name: '讲义', url: expect.stringContaining('http') }],
    certificate: expect.stringMatching(/^\d{12}$/),
    rating: { stars: 5, words: '好' },
    rateUntil: expect.any(String),
  })
  const page = await cloud.must('demo-villager-5', 'training.get', { classId })
  expect(page.materials).toMatchObject([{ name: '讲义', url: expect.stringContaining('http') }])
  expect((await cloud.must('demo-villager-7', 'training.get', { classId })).materials).toEqual([])
  // An informant for somebody of their village, in whose name it is said.
  const theirs = begunWith(cloud, { 'person-1-1': 'attended' }, { state: 'finished' })
  await cloud.must('demo-informant', 'training.rate', { classId: theirs, stars: 3 }, 'person-1-1')
  expect(
    await cloud.must('demo-informant', 'training.afterClass', { classId: theirs }, 'person-1-1'),
  ).toMatchObject({
    rating: { stars: 3 },
  })
})
