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
  await cloud.emulator.idle()
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

test('an informant finds in their own list what they asked for others; the villager finds it too', async () => {
  const { questionId } = await cloud.must(
    'demo-informant',
    'consultation.ask',
    { subject: 'pig', text: '猪不吃食' },
    'person-1-2',
  )
  const [asked] = (await cloud.must('demo-informant', 'consultation.mine', {})).questions
  expect(asked).toMatchObject({ id: questionId, person: { name: '王秀英' }, askedBy: '仁青拉姆' })
  expect((await cloud.must('demo-villager', 'consultation.mine', {})).questions[0]?.id).toBe(questionId)
  // Acting for another person the list is that person's alone.
  const other = await cloud.must('demo-informant', 'consultation.mine', {}, 'person-1-3')
  expect(other.questions).toEqual([])
})

test('who asked is told of the answer: the informant, where they asked for somebody', async () => {
  const { questionId } = await cloud.must(
    'demo-informant',
    'consultation.ask',
    { subject: 'plum', text: '李子怎么剪枝' },
    'person-1-3',
  )
  await cloud.must('demo-expert', 'consultation.answer', { questionId, text: '冬天剪。' })
  const { messages } = await cloud.must('demo-informant', 'inbox.list', {})
  expect(messages[0]).toMatchObject({ title: '专家回复了', page: expect.stringContaining(questionId) })
  await cloud.must('demo-informant', 'consultation.feedback', { questionId, helped: true }, 'person-1-3')
})

test('pages of my questions meet no question twice and miss none', async () => {
  for (let n = 0; n < 25; n++)
    await cloud.must('demo-villager-20', 'consultation.ask', { subject: 'bee', text: `第 ${n} 问` })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await cloud.must('demo-villager-20', 'consultation.mine', { ...(cursor ? { cursor } : {}) })
    seen.push(...page.questions.map(({ title }) => title))
    cursor = page.next
  } while (cursor)
  const mine = cloud.emulator.store.find('questions', { 'person.id': 'person-20-1' }, 1000)
  expect(seen.slice(0, 25)).toEqual(Array.from({ length: 25 }, (_, n) => `第 ${24 - n} 问`))
  expect(new Set(seen).size).toBe(mine.length)
})

test('the expert finds what was resolved last first, whatever was asked first', async () => {
  const ask = () => cloud.must('demo-villager', 'consultation.ask', { subject: 'plum', text: '怎么施肥' })
  const [first, second] = [await ask(), await ask()]
  for (const { questionId } of [second, first]) {
    await cloud.must('demo-expert', 'consultation.answer', { questionId, text: '少施勤施。' })
    await cloud.must('demo-villager', 'consultation.feedback', { questionId, helped: true })
  }
  const { questions } = await cloud.must('demo-expert', 'consultation.queue', { state: 'resolved' })
  expect(questions.slice(0, 2).map(({ id }) => id)).toEqual([first.questionId, second.questionId])
})
