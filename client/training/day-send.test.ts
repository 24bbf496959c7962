import type { Kept } from './day-kept'
import { onSent, sendList, sendLists, unsentOf } from './day-send'

const mockStorage = new Map<string, unknown>()
const mockCalls: {
  input: { session: string; entries: { entryId: string }[] }
  answer: (ok: boolean) => void
}[] = []
jest.mock('../storage', () => ({
  kept: (name: string) => mockStorage.get(name),
  keep: (name: string, value: unknown) => void mockStorage.set(name, value),
  keptNames: (beginning: string) => [...mockStorage.keys()].filter((name) => name.startsWith(beginning)),
}))
jest.mock('../cloud/call', () => ({
  call: (_: string, input: (typeof mockCalls)[number]['input']) =>
    new Promise((arrived, failed) =>
      mockCalls.push({
        input,
        answer: (ok) =>
          ok
            ? arrived({ results: input.entries.map(({ entryId }) => ({ entryId })) })
            : failed(new Error('no network')),
      }),
    ),
}))

const list = (...ids: string[]) =>
  ({
    title: '',
    sessions: [],
    people: [],
    ahead: 0,
    queue: ids.map((entryId) => ({ entryId })),
  }) as unknown as Kept
const idsOf = (n: number) => mockCalls[n]?.input.entries.map(({ entryId }) => entryId)
const rest = () => new Promise((next) => setTimeout(next, 0))
const S1 = 'attendance:class-1:s1'
beforeEach(() => {
  mockStorage.clear()
  mockCalls.length = 0
})

test('two who send one list at once send it once, and what is ticked meanwhile follows', async () => {
  mockStorage.set(S1, list('one', 'two'))
  const heard: string[] = []
  const stop = onSent((key) => void heard.push(key))
  const both = Promise.all([sendList(S1), sendLists()])
  await rest()
  expect(mockCalls).toHaveLength(1)
  const now = mockStorage.get(S1) as Kept
  mockStorage.set(S1, { ...now, queue: [...now.queue, ...list('three').queue] })
  mockCalls[0]?.answer(true)
  await rest()
  expect(idsOf(1)).toEqual(['three'])
  mockCalls[1]?.answer(true)
  await both
  expect([idsOf(0), mockCalls.length, unsentOf('class-1')]).toEqual([['one', 'two'], 2, 0])
  expect(heard).toEqual([S1, S1])
  stop()
})

test('all lists go out, one after the other; one that fails stays and does not hold up the next', async () => {
  mockStorage.set(S1, list('one'))
  mockStorage.set('attendance:class-1:s2', list('two'))
  mockStorage.set('attendance:class-2:s1', list())
  expect(unsentOf('class-1')).toBe(2)
  const all = sendLists()
  await rest()
  expect(mockCalls).toHaveLength(1)
  mockCalls[0]?.answer(false)
  await rest()
  expect(mockCalls[1]?.input).toMatchObject({ classId: 'class-1', session: 's2' })
  mockCalls[1]?.answer(true)
  await all
  expect([mockCalls.length, unsentOf('class-1'), unsentOf('class-2')]).toEqual([2, 1, 0])
})

test('who has left meanwhile leaves nothing behind', async () => {
  mockStorage.set(S1, list('one'))
  const sent = sendList(S1)
  mockStorage.clear()
  mockCalls[0]?.answer(true)
  await sent
  expect(mockStorage.size).toBe(0)
})
