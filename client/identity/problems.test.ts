import { refused } from '../cloud/call'
import { problemsOf } from './problems'

jest.mock('../cloud/transport', () => ({}), { virtual: true })

test('what is wrong with a field on the screen is told beside it', () => {
  const error = refused('INVALID_INPUT', '有地方没填对', { name: '姓名至少两个字' })
  expect(problemsOf(error, ['name', 'village'])).toEqual({ name: '姓名至少两个字' })
})

test('a refusal that is about one field is told there', () => {
  expect(problemsOf(refused('CODE_WRONG', '这个码不对'), ['code'], { CODE_WRONG: 'code' })).toEqual({
    code: '这个码不对',
  })
})

test('what nobody would see beside a field is thrown on', () => {
  const elsewhere = refused('INVALID_INPUT', '有地方没填对', { consent: '日期不对' })
  expect(() => problemsOf(elsewhere, ['name'])).toThrow(elsewhere)
  const busy = refused('BUSY', '人太多')
  expect(() => problemsOf(busy, ['name'])).toThrow(busy)
})
