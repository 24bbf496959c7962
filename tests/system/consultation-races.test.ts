import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { buildFunctionsIfChanged, FUNCTIONS } from '../../scripts/functions'
import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const rowsOf = (name: string, filter: Record<string, unknown> = {}) =>
  cloud.emulator.store.find(name, filter, 10_000)
/** Every expert's counter, and the questions that wait for them: the two must say the same. */
function expectExact(): void {
  const waiting = new Map<string, number>()
  for (const { expert } of rowsOf('questions', { state: 'waiting' }) as unknown as {
    expert: { id: string }
  }[])
    waiting.set(expert.id, (waiting.get(expert.id) ?? 0) + 1)
  const counted = rowsOf('experts').filter(({ open }) => open !== 0)
  expect(Object.fromEntries(counted.map(({ _id, open }) => [_id, open]))).toEqual(Object.fromEntries(waiting))
}
/** As a phone does: a refusal for load is sent again with the same requestId. */
const patiently: Cloud['ask'] = async (openid, operation, input, more = {}) => {
  const requestId = crypto.randomUUID()
  for (;;) {
    const answer = await cloud.ask(openid, operation, input, { requestId, ...more })
    if (answer.ok || answer.error.code !== 'BUSY') return answer
  }
}
const ask = async (openid = 'demo-villager') => {
  const answer = await patiently(openid, 'consultation.ask', { subject: 'plum', text: '李子叶子发黄' })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.questionId
}
const codes = (answers: { ok: boolean; error?: { code: string } }[]) =>
  answers.map((answer) => (answer.ok ? 'ok' : answer.error?.code)).sort()

test('of several answers at once one is kept, and the asker is told once', async () => {
  const questionId = await ask()
  const texts = ['先排水。', '先施肥。', '先剪枝。', '先喷药。']
  const answers = await Promise.all(
    texts.map((text) => patiently('demo-expert', 'consultation.answer', { questionId, text })),
  )
  expect(codes(answers)).toEqual(['ANSWERED_ALREADY', 'ANSWERED_ALREADY', 'ANSWERED_ALREADY', 'ok'])
  expect(rowsOf('questions', { _id: questionId })[0]?.entries).toHaveLength(1)
  expect(rowsOf('notifications', { _id: `answered:${questionId}:0:person-1-2` })).toHaveLength(1)
  expectExact()
})

test('of a villager’s and their informant’s word at once one counts', async () => {
  const questionId = await ask()
  await cloud.must('demo-expert', 'consultation.answer', { questionId, text: '先排水。' })
  const answers = await Promise.all([
    patiently('demo-villager', 'consultation.feedback', { questionId, helped: false, text: '还是黄' }),
    patiently('demo-informant', 'consultation.feedback', { questionId, helped: false }),
    patiently('demo-villager', 'consultation.feedback', { questionId, helped: false }),
  ])
  expect(codes(answers)).toEqual(['NOT_ANSWERED', 'NOT_ANSWERED', 'ok'])
  expect(rowsOf('questions', { _id: questionId })[0]).toMatchObject({ state: 'waiting', reopened: 1 })
  expectExact()
})

test('“helped” and “not helped” at once: the question is either resolved or waiting, and the counter follows', async () => {
  const questionId = await ask()
  await cloud.must('demo-expert', 'consultation.answer', { questionId, text: '先排水。' })
  const answers = await Promise.all(
    [true, false].map((helped) =>
      patiently('demo-villager', 'consultation.feedback', { questionId, helped }),
    ),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  const won = answers.find((answer) => answer.ok)
  expect(rowsOf('questions', { _id: questionId })[0]?.state).toBe(won?.ok && won.data.state)
  expectExact()
})

test('sent back again and again, every time the same expert is told, and the asker of every answer', async () => {
  const questionId = await ask()
  const rounds = 4
  for (let round = 0; round < rounds; round++) {
    await cloud.must('demo-expert', 'consultation.answer', { questionId, text: `第 ${round + 1} 个办法` })
    await cloud.must('demo-villager', 'consultation.feedback', { questionId, helped: false, text: '还不行' })
  }
  const told = (event: string, person: string) =>
    rowsOf('notifications', { to: person }).filter(({ _id }) =>
      String(_id).startsWith(`${event}:${questionId}:`),
    )
  expect(told('answered', 'person-1-2')).toHaveLength(rounds)
  expect(told('notHelped', 'person-expert-1')).toHaveLength(rounds)
  expect(told('notHelped', 'person-expert-1')[0]).toMatchObject({
    title: '农户说还不行，请再看看',
    page: `/desk/expert/answer/index?id=${questionId}`,
  })
  expect(rowsOf('questions', { _id: questionId })[0]?.entries).toHaveLength(2 * rounds)
  expectExact()
})

test('forty people at once: nobody is lost, and the experts’ counters are what waits for them', async () => {
  const before = rowsOf('questions').length
  const openids = Array.from({ length: 40 }, (_, n) => `demo-villager-${n + 1}`)
  const ids = await Promise.all(openids.map((openid) => ask(openid)))
  expect(new Set(ids).size).toBe(40)
  expect(rowsOf('questions')).toHaveLength(before + 40)
  expectExact()
})

test('whatever is asked, answered and sent back, in any order and at once, the counters stay exact', async () => {
  const act = fc.constantFrom('ask', 'answer', 'helped', 'notHelped')
  const ids = [await ask(), await ask(), await ask()]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, fc.nat(20)), { minLength: 4, maxLength: 12 }), async (acts) => {
      await Promise.all(
        acts.map(async ([what, which]) => {
          const questionId = ids[which % ids.length]!
          if (what === 'ask') ids.push(await ask())
          else if (what === 'answer')
            await patiently('demo-expert', 'consultation.answer', { questionId, text: '试一试' })
          else
            await patiently('demo-villager', 'consultation.feedback', {
              questionId,
              helped: what === 'helped',
            })
        }),
      )
      expectExact()
    }),
    { numRuns: 8 },
  )
})

test('where WeChat’s check of the text fails, nothing is stored, and the same request succeeds afterwards', async () => {
  await buildFunctionsIfChanged()
  const functions = mkdtempSync(join(tmpdir(), 'functions-'))
  cpSync(FUNCTIONS, functions, { recursive: true })
  // A deployment that forgot the permission: WeChat refuses the check itself.
  const forbid = (openapi: string[]) =>
    writeFileSync(
      join(functions, 'api/config.json'),
      JSON.stringify({ timeout: 20, memorySize: 256, permissions: { openapi } }),
    )
  forbid([])
  const broken = await startCloud({ functions })
  try {
    const count = () => broken.emulator.store.find('questions', {}, 1000).length
    const before = count()
    const requestId = crypto.randomUUID()
    const send = (text: string, photos: string[] = []) =>
      broken.ask('demo-villager', 'consultation.ask', { subject: 'plum', text, photos }, { requestId })
    expect(await send('李子叶子发黄')).toMatchObject({ ok: false, error: { code: 'BUSY' } })
    const answer = { questionId: 'question-2', text: '先排水。' }
    expect(await broken.ask('demo-expert', 'consultation.answer', answer)).toMatchObject({
      error: { code: 'BUSY' },
    })
    expect(count()).toBe(before)
    forbid(['security.msgSecCheck'])
    expect(await send('李子叶子发黄')).toMatchObject({ ok: true })
    expect(count()).toBe(before + 1)
  } finally {
    await broken.close()
    rmSync(functions, { recursive: true, force: true })
  }
})
