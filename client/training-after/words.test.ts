import { isCertificateNumber } from '../../contract/training/certificate-number'
import {
  averageWords,
  countOf,
  numberProblem,
  STARS,
  starsOf,
  starWords,
  towardsWords,
  yearWords,
} from './words'

test('stars are said in words, best first', () => {
  expect(STARS.map(countOf)).toEqual([5, 4, 3, 2, 1])
  expect([1, 5].map(starWords)).toEqual(['1 星 没学到', '5 星 非常好'])
  expect([starsOf(3), starsOf(undefined)]).toEqual(['s3', undefined])
  expect(averageWords(undefined, 0)).toBe('还没有人评')
  expect(averageWords(4, 12)).toBe('4.0 分，12 人评')
})

test('years are latest first, without those in which nothing was attended', () => {
  const years = [
    { year: 2025, attended: 2 },
    { year: 2026, attended: 1 },
    { year: 2024, attended: 0 },
  ]
  expect(yearWords({ years })).toEqual(['2026 年学了 1 次', '2025 年学了 2 次'])
})

test('a number is looked at before anybody is asked', () => {
  const problem = (number: string) => numberProblem(number, isCertificateNumber)
  expect(problem('')).toBe('请填证书上的编号')
  expect(problem('48217730')).toBe('编号有 12 位，现在是 8 位')
  expect(problem('48217730915x')).toBe('编号只有数字')
  expect(problem('482177309151')).toMatch(/^编号不对/)
  expect(problem('999999999999')).toBeUndefined()
})

test('who has no certificate reads what it takes, or when it comes', () => {
  expect(towardsWords({ attended: 1, needed: 2, over: false })).toBe('上满 2 次课才有证书，您上了 1 次。')
  expect(towardsWords({ attended: 1, needed: 2, over: true })).toMatch(/要是签到记错了，请联系老师。$/)
  expect(towardsWords({ attended: 2, needed: 2, over: false })).toBe('结课以后发证书。')
  expect(towardsWords({ attended: 2, needed: 2, over: true })).toBe('证书正在发，一两分钟就好。')
})
