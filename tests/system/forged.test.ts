import { z } from 'zod'
import { OPERATIONS } from '../../contract'
import type { Answer } from '../../contract/envelope'
import { type Cloud, startCloud } from './cloud'
import { placesIn, put, type Schema } from './forged'
import { SAMPLES } from './samples'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

/** What no field of any operation takes. The longest stays below the platform's own limit of 100 KB. */
const NASTY: [string, unknown][] = [
  ['an operator', { $ne: null }],
  ['an operator of ours', { $gt: '', _internal: 'x' }],
  ['a list in a list', [[['x']]]],
  ['a prototype', JSON.parse('{"__proto__":{"admin":true}}')],
  ['a dotted key', { 'a.b': 1 }],
  ['null', null],
  ['a huge number', 1e308],
  ['a negative number', -1e15],
  ['a fraction', 0.1 + 0.2],
  ['a very long text', 'x'.repeat(90_000)],
  ['a control character', 'a\u0000b'],
]

const functionOf = (operation: string): string =>
  OPERATIONS.find(({ name }) => name === operation)?.function ?? 'api'

const refusal = async (operation: string, input: unknown) => {
  const { result, error } = await cloud.raw('demo-villager', functionOf(operation), {
    operation,
    input,
    requestId: 'abcdefgh',
  })
  const answer = result as Answer | undefined
  return error ? String(error.code) : answer?.ok === false ? answer.error.code : 'taken'
}

const FIELDS = OPERATIONS.flatMap(({ name, input }) =>
  placesIn(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema).map(
    (place) => [name, place.join('.'), place] as const,
  ),
)

test('there are fields to try', () => expect(FIELDS.length).toBeGreaterThan(20))

test.each(FIELDS)('%s refuses anything forged in %s', async (name, _, place) => {
  for (const [what, value] of NASTY)
    expect([what, await refusal(name, put(SAMPLES[name], place, value))]).toEqual([what, 'INVALID_INPUT'])
})

test.each(OPERATIONS.map(({ name }) => name))(
  '%s takes no identity, role, region or anything else it does not name from its caller',
  async (name) => {
    for (const key of [
      'openid',
      '_openid',
      'OPENID',
      'roles',
      'scope',
      'account',
      'subject',
      'now',
      '$where',
      'a.b',
    ])
      expect([key, await refusal(name, { ...SAMPLES[name], [key]: 'demo-admin' })]).toEqual([
        key,
        'INVALID_INPUT',
      ])
  },
)
