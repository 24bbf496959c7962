import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const upload = async (openid: string, path: string): Promise<string> => {
  const response = await fetch(`${cloud.emulator.url}/upload?path=${path}`, {
    method: 'POST',
    headers: { 'x-demo-openid': openid },
    body: 'picture',
  })
  return ((await response.json()) as { fileID: string }).fileID
}
const openOf = (id: string) => cloud.emulator.store.find('experts', { _id: id })[0]?.open as number

test('a question goes to an expert, is answered, does not help, is answered again, and helps', async () => {
  const open = openOf('expert-1')
  const { questionId } = await cloud.must('demo-villager', 'consultation.ask', {
    subject: 'plum',
    text: '李子叶子发黄',
  })
  expect(openOf('expert-1')).toBe(open + 1)
  const queue = await cloud.must('demo-expert', 'consultation.queue', {})
  expect(queue.questions.map((each) => each.id)).toContain(questionId)
  expect(queue.questions[0]?.danger).toBe(true)
  await cloud.must('demo-expert', 'consultation.answer', { questionId, text: '先挖沟排水。' })
  expect(await cloud.must('demo-villager', 'consultation.get', { questionId })).toMatchObject({
    state: 'answered',
    mayGiveFeedback: true,
  })
  expect(openOf('expert-1')).toBe(open)
  await cloud.must('demo-villager', 'consultation.feedback', { questionId, helped: false, text: '还是黄' })
  expect(openOf('expert-1')).toBe(open + 1)
  expect(await cloud.must('demo-expert', 'consultation.get', { questionId })).toMatchObject({
    state: 'waiting',
    reopened: 1,
    mayAnswer: true,
  })
  await cloud.must('demo-expert', 'consultation.answer', { questionId, text: '再喷一次硫酸亚铁。' })
  expect(
    await cloud.must('demo-villager', 'consultation.feedback', { questionId, helped: true }),
  ).toMatchObject({ state: 'resolved' })
  const done = await cloud.must('demo-villager', 'consultation.get', { questionId })
  expect(done.entries.map((entry) => entry.kind)).toEqual(['answer', 'notHelped', 'answer', 'helped'])
  const late = await cloud.ask('demo-expert', 'consultation.answer', { questionId, text: '还有话说' })
  expect(late).toMatchObject({ ok: false, error: { code: 'QUESTION_CLOSED' } })
})

test('somebody else neither reads nor answers it, and cannot tell whether it is there', async () => {
  const { questionId } = await cloud.must('demo-villager', 'consultation.ask', {
    subject: 'plum',
    text: '怎么剪枝',
  })
  for (const id of [questionId, 'no-such-question']) {
    expect(await cloud.ask('demo-villager-9', 'consultation.get', { questionId: id })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
    expect(
      await cloud.ask('demo-villager-9', 'consultation.feedback', { questionId: id, helped: true }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  }
  expect((await cloud.must('demo-bureau', 'consultation.get', { questionId })).mayAnswer).toBe(false)
  expect((await cloud.must('demo-informant', 'consultation.get', { questionId })).mayGiveFeedback).toBe(false)
})

test('a photo is its sender’s at once and the expert’s only after the verdict; a foreign file is refused', async () => {
  const { uploadPrefix } = await cloud.must('demo-villager', 'identity.me', {})
  const photo = await upload('demo-villager', `${uploadPrefix}leaf.jpg`)
  const stolen = await cloud.ask('demo-villager-9', 'consultation.ask', { subject: 'plum', photos: [photo] })
  expect(stolen).toMatchObject({ ok: false, error: { code: 'FILE_NOT_YOURS' } })
  const { questionId } = await cloud.must('demo-villager', 'consultation.ask', {
    subject: 'plum',
    photos: [photo],
  })
  const own = await cloud.must('demo-villager', 'consultation.get', { questionId })
  expect(own.photos[0]).toMatchObject({ state: 'checking' })
  expect(await (await fetch(own.photos[0]!.url!)).text()).toBe('picture')
  expect((await cloud.must('demo-expert', 'consultation.get', { questionId })).photos).toEqual([
    { state: 'checking' },
  ])
  await cloud.timer()
  await new Promise((verdict) => setTimeout(verdict, 2500))
  expect((await cloud.must('demo-expert', 'consultation.get', { questionId })).photos[0]).toMatchObject({
    state: 'shown',
    url: expect.stringContaining('http'),
  })
})

test('text WeChat objects to is refused, and nothing is stored', async () => {
  const before = cloud.emulator.store.find('questions', {}, 1000).length
  const answer = await cloud.ask('demo-villager', 'consultation.ask', { subject: 'plum', text: '违规测试词' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'UNSAFE_TEXT' } })
  expect(cloud.emulator.store.find('questions', {}, 1000)).toHaveLength(before)
})

test('neither words nor a photo: the field that is missing is named in Chinese', async () => {
  const answer = await cloud.ask('demo-villager', 'consultation.ask', { subject: 'plum' })
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { text: '请写几个字，或者拍一张照片' } },
  })
})
