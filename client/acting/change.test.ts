import { jobsPage, pageFor } from './change'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('../go', () => ({}))
jest.mock('../handed', () => ({}))

const WANG = { personId: 'person-1-1', name: '王秀英' }
const NAMED = 'actFor=person-1-1&actName=%E7%8E%8B%E7%A7%80%E8%8B%B1'

test('a class stays the class for whoever is chosen, and for oneself again', () => {
  const params = { id: 'class-1', actFor: 'person-9', actName: 'x', $taroTimestamp: '1' }
  expect(pageFor('/training/class/index', params, WANG)).toBe(`/training/class/index?id=class-1&${NAMED}`)
  expect(pageFor('training/class/index', params, {})).toBe('/training/class/index?id=class-1')
  expect(pageFor('/dividend/mine/index', { actFor: 'person-9' }, {})).toBe('/dividend/mine/index')
})

test('a question of one person is not another’s: their jobs are opened instead', () => {
  const params = { id: 'question-1', actFor: 'person-9' }
  expect(pageFor('/consultation/question/index', params, WANG)).toBe(`/identity/person/index?${NAMED}`)
  expect(pageFor('/consultation/question/index', params, {})).toBe('/home/index')
  expect(jobsPage({})).toBe('/home/index')
})
