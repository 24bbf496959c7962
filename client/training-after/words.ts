import type { Output } from '../../contract'
import type { StatusKind } from '../components'

/** Stars in words, best first: who is old reads words, and not every phone has the signs. */
export const STAR_NAMES = {
  s5: '非常好',
  s4: '讲得好',
  s3: '还可以',
  s2: '不太好',
  s1: '没学到',
} as const
export type Stars = keyof typeof STAR_NAMES
export const STARS = Object.keys(STAR_NAMES) as Stars[]
export const countOf = (stars: Stars): number => Number(stars.slice(1))
export const starsOf = (count: number | undefined): Stars | undefined =>
  STARS.find((stars) => countOf(stars) === count)
/** "4 星 讲得好" */
export const starWords = (count: number): string => {
  const stars = starsOf(count)
  return `${count} 星${stars ? ` ${STAR_NAMES[stars]}` : ''}`
}

/** "4.6 分，12 人评"; before anybody said anything. */
export const averageWords = (average: number | undefined, count: number): string =>
  average === undefined ? '还没有人评' : `${average.toFixed(1)} 分，${count} 人评`

/** Why there is no certificate, or not yet. */
export function towardsWords({
  attended,
  needed,
  over,
}: NonNullable<Output<'training.afterClass'>['towards']>): string {
  if (attended >= needed) return over ? '证书正在发，一两分钟就好。' : '结课以后发证书。'
  const far = `上满 ${needed} 次课才有证书，您上了 ${attended} 次。`
  return over ? `${far}要是签到记错了，请联系老师。` : far
}

type Record = Output<'training.record'>
type Attended = Record['classes'][number]

export const recordStanding = ({ attended }: Attended): { kind: StatusKind; words: string } =>
  attended ? { kind: 'done', words: '参加了' } : { kind: 'plain', words: '没有去' }

/** "2026 年学了 3 次"; nothing for a year without. */
export const yearWords = ({ years }: Pick<Record, 'years'>): string[] =>
  [...years]
    .filter(({ attended }) => attended > 0)
    .sort((a, b) => b.year - a.year)
    .map(({ year, attended }) => `${year} 年学了 ${attended} 次`)

/** Why what was typed is no number of a certificate, before anybody is asked. */
export function numberProblem(number: string, isNumber: (text: string) => boolean): string | undefined {
  if (number === '') return '请填证书上的编号'
  if (!/^\d+$/.test(number)) return '编号只有数字'
  if (number.length !== 12) return `编号有 12 位，现在是 ${number.length} 位`
  return isNumber(number) ? undefined : '编号不对。请对着证书，一组一组再看一遍'
}
