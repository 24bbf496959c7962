import { classFor, waitingWords } from './words'

const FOR = { personId: 'person-1-3', name: '王小明' }

test('a message about a class opens it for the person it is for; another opens nothing', () => {
  expect(classFor({ ...FOR, page: '/training/class/index?id=c1' })).toBe(
    `/training/class/index?id=c1&actFor=person-1-3&actName=${encodeURIComponent('王小明')}`,
  )
  expect(classFor({ ...FOR, page: '/my/inbox/index' })).toBeUndefined()
})

test('a first page does not say that it is all', () => {
  expect(waitingWords(3, false)).toContain('一共 3 件')
  expect(waitingWords(50, true)).not.toContain('一共')
})
