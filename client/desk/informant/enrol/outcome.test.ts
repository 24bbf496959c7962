import { isFree, outcomeOf, standingUnder } from './outcome'

const error = { code: 'VILLAGE_FULL', message: '您村的名额报满了。' }
const RESULTS: Parameters<typeof outcomeOf>[0] = [
  { personId: 'a', name: '王秀英', enrolled: true, enrolmentId: 'x', state: 'enrolled' },
  { personId: 'b', name: '杨永康', enrolled: true, enrolmentId: 'y', state: 'pending' },
  { personId: 'c', name: '马明秀', enrolled: false, error, waiting: { place: 3 } },
  { personId: 'd', name: '李强', enrolled: false, error },
]
const person = (personId: string) => ({ personId, name: '', age: 60, hasWeChat: true, enrolled: false })

test('each person’s result is told under their name, and all of them in a few lines', () => {
  expect(outcomeOf(RESULTS).map(({ kind, words }) => [kind, words.split('。')[0]])).toEqual([
    ['done', '报上了：王秀英'],
    ['waiting', '交上去了，等审核：杨永康'],
    ['waiting', '排上队了：马明秀'],
    ['urgent', '还有 1 人没报上，原因写在各人名字下面'],
  ])
  expect(standingUnder({ ...person('c'), standing: 'waiting' }, RESULTS)?.words).toBe('排上队了，排第 3 位')
  expect(standingUnder(person('d'), RESULTS)).toEqual({ kind: 'urgent', words: error.message })
  expect(standingUnder({ ...person('d'), standing: 'enrolled' }, RESULTS)?.kind).toBe('done')
  expect(outcomeOf([])).toEqual([])
})

test('what else is open is said once for all who can join the same', () => {
  const refused = (name: string, elsewhere?: string[]) => ({
    personId: name,
    name,
    enrolled: false as const,
    error: { ...error, ...(elsewhere ? { elsewhere } : {}) },
  })
  const same = ['李子班（12 月 9 日）', '羊班（12 月 10 日）']
  const told = outcomeOf([
    refused('甲', same),
    refused('乙', same),
    refused('丙', ['羊班（12 月 10 日）']),
    refused('丁'),
  ])
  expect(told.slice(1).map(({ words }) => words)).toEqual([
    '甲、乙现在还能报：李子班（12 月 9 日）、羊班（12 月 10 日）。',
    '丙现在还能报：羊班（12 月 10 日）。',
  ])
})

test('who has something of the class is not chosen; who has left it may be', () => {
  for (const standing of ['enrolled', 'pending', 'waiting', 'offered'] as const)
    expect(isFree({ standing })).toBe(false)
  for (const standing of ['cancelled', 'lapsed', 'refused', undefined] as const)
    expect(isFree({ standing })).toBe(true)
})
