import { ANYBODY, searchWord, searchWords, wordsOf } from './search-words'

test('a name is found by its beginning, by what follows the family name, and by the initials of its sounds', () => {
  const words = searchWords('王秀英', '13800001234')
  for (const word of ['王', '王秀', '王秀英', '秀', '秀英', 'w', 'wx', 'wxy', 'xy', '1234'])
    expect(words).toContain(word)
  expect(words).not.toContain('英王')
})

test.each([
  ['曾国富', 'zgf'],
  ['单雄', 'sx'],
  ['罗龙', 'll'],
  ['欧阳兰', 'oyl'],
  ['扎西·多吉', 'zxdj'],
])('%s sounds like %s: a family name has its own sound', (name, initials) => {
  expect(searchWords(name)).toContain(initials)
})

test.each(['扎西·多吉', '扎西•多吉', '扎西 多吉', '扎西．多吉'])(
  '%s is found whichever dot was typed',
  (name) => {
    expect(searchWords(name)).toEqual(searchWords('扎西·多吉'))
    expect(searchWords('扎西·多吉')).toContain(searchWord(name))
  },
)

test('letters and digits are found however they were typed', () => {
  expect(searchWord(' ＷＸＹ ')).toBe('wxy')
  expect(searchWord('１２３４')).toBe('1234')
  expect(searchWord(' · ')).toBeUndefined()
})

test('who is archived is found by other words, which nobody can type', () => {
  const living = wordsOf({ name: '王秀英', phone: '13800001234' })
  const archived = wordsOf({ name: '王秀英', phone: '13800001234', archived: {} })
  expect(living.filter((word) => archived.includes(word))).toEqual([])
  expect(living).toEqual(expect.arrayContaining([ANYBODY, 'wxy', '1234']))
  for (const word of archived) expect(searchWord(word)).not.toBe(word)
})
