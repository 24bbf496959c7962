import fc from 'fast-check'
import { OPERATIONS } from '../../contract'
import type { Answer } from '../../contract/envelope'
import { ERRORS } from '../../contract/errors'
import { type Audience, audienceOf } from '../../contract/operation'
import { type Cloud, startCloud } from './cloud'
import { exchangesOf } from './round-trips'
import { SAMPLES } from './samples'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const PERSONAS: Record<Audience, string> = {
  visitor: 'demo-visitor',
  villager: 'demo-villager',
  informant: 'demo-informant',
  expert: 'demo-expert',
  cooperative: 'demo-cooperative',
  bureau: 'demo-bureau',
  cadre: 'demo-cadre',
  admin: 'demo-admin',
}

test.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
  '%s admits exactly who its entry names',
  async (name, operation) => {
    for (const [role, openid] of Object.entries(PERSONAS) as [Audience, string][]) {
      const answer = await cloud.ask(openid, name, SAMPLES[name] as never)
      const refused =
        !answer.ok && (answer.error.code === 'FORBIDDEN' || answer.error.code === 'NOT_REGISTERED')
      const admitted = audienceOf(operation).includes(role) || audienceOf(operation).includes('visitor')
      // An informant without a village household may still be refused by the operation itself, never admitted wrongly.
      expect([role, refused]).toEqual([role, !admitted])
      if (answer.ok) continue
      // Who is admitted may hear a sentence of the operation's own.
      if (refused) expect(answer.error.message).toBe(ERRORS[answer.error.code])
      else expect(answer.error.message).toMatch(/^\p{Script=Han}.*。$/su)
    }
  },
)

test.each(OPERATIONS.map((operation) => operation.name))(
  '%s stays within its budget of round trips',
  async (name) => {
    const record = cloud.last(name)
    const database = exchangesOf(record)
    const writes = OPERATIONS.find((operation) => operation.name === name)!.writes
    // The first one is knowing the caller.
    expect(database.length - 1).toBeLessThanOrEqual(writes ? 10 : 3)
  },
)

test('acting for somebody of another village is refused, for one of one’s own it works', async () => {
  expect(await cloud.ask('demo-informant', 'dividend.mine', {}, { actFor: 'person-2-1' })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
  expect(await cloud.ask('demo-villager', 'dividend.mine', {}, { actFor: 'person-1-1' })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
  expect((await cloud.must('demo-informant', 'dividend.mine', {}, 'person-1-1')).contract?.id).toBe(
    'contract-1',
  )
})

test('garbage in any shape gets a refusal, never a fault', async () => {
  const nasty = fc.oneof(
    fc.anything(),
    fc.record({
      operation: fc.constantFrom(...OPERATIONS.map((each) => each.name)),
      input: fc.anything(),
      requestId: fc.oneof(fc.constant('abcdefgh'), fc.anything()),
    }),
  )
  await fc.assert(
    fc.asyncProperty(nasty, async (event) => {
      const { result, error } = await cloud.raw(
        'demo-villager',
        'api',
        JSON.parse(JSON.stringify(event ?? null) ?? 'null'),
      )
      const answer = result as Answer | undefined
      expect(error ? error.code : answer?.ok === false ? answer.error.code : 'ok').not.toBe('INTERNAL')
      expect(JSON.stringify(answer ?? error)).not.toMatch(/\bat .+:\d+:\d+/)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['an operator instead of an id', { classId: { $ne: null } }],
  ['a dotted key', { classId: 'x', 'seats.total': 1 }],
  ['a prototype', JSON.parse('{"classId":"x","__proto__":{"admin":true},"constructor":1}')],
  ['an array', [['x']]],
  ['a million characters', { classId: 'x'.repeat(50_000) }],
  ['a forged identity', { classId: 'class-open-1', openid: 'demo-admin' }],
  ['null', null],
])('%s is refused by the schema', async (_, input) => {
  const { result } = await cloud.raw('demo-villager', 'api', {
    operation: 'training.enrol',
    input,
    requestId: 'abcdefgh',
  })
  expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
})

test.each([
  ['an unknown key', { input: { classId: 'x', colour: 'red' } }, ['colour']],
  ['a dotted key', { input: { classId: 'x', 'seats.total': 1 } }, ['seats.total']],
  ['an unknown key beside a wrong one', { input: { classId: '$', colour: 'red' } }, ['classId', 'colour']],
  ['a key of the envelope', { input: { classId: 'x' }, actfor: 'person-1-1' }, ['actfor']],
  ['null instead of an input', { input: null }, ['input']],
  ['a list instead of an input', { input: [] }, ['input']],
  ['no input where one is needed', {}, ['classId']],
])('%s is named in the refusal', async (_, sent, names) => {
  const event = { operation: 'training.enrol', requestId: 'abcdefgh', ...sent }
  const { result } = await cloud.raw('demo-villager', 'api', event)
  const { error } = result as Extract<Answer, { ok: false }>
  expect(Object.keys(error.fields ?? {}).sort()).toEqual(names)
  for (const sentence of Object.values(error.fields ?? {})) expect(sentence).toMatch(/\p{Script=Han}/u)
})

test('an unknown key deep inside is named by its path', async () => {
  const evidence = { kind: 'gift', givenOn: '2026-01-01', what: '大米', weight: 20 }
  const answer = await cloud.ask('demo-cooperative', 'dividend.confirm', {
    items: [{ itemId: 'nothing', evidence }],
  } as never)
  expect(answer).toMatchObject({ error: { fields: { 'items.0.evidence.weight': expect.any(String) } } })
})

test('an absent input is an empty one', async () => {
  const { result } = await cloud.raw('demo-villager', 'api', { operation: 'home.get', requestId: 'abcdefgh' })
  expect(result).toMatchObject({ ok: true })
})

test('jobs and wechat refuse a call that carries an identity', async () => {
  for (const name of ['jobs', 'wechat']) {
    expect(await cloud.raw('demo-admin', name, {})).toMatchObject({
      result: { ok: false, error: { code: 'FORBIDDEN' } },
    })
  }
  expect(await cloud.timer()).toMatchObject({ ok: true })
})
