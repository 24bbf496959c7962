import type { Output } from '../../../../contract'
import type { Topic } from '../../../../contract/training'
import { TOPIC_NAMES } from '../../../words'

export type Counted = Output<'training.counts'>
export type Division = Counted['by']
export type CountLine = Counted['lines'][number]

/** What the year can be divided by, the most asked for first. */
export const DIVISION_NAMES: Record<Division, string> = {
  topic: '课程',
  township: '乡镇',
  village: '村',
  household: '帮扶户',
  month: '月份',
}
const HOUSEHOLD_NAMES: Record<string, string> = { assisted: '帮扶户的人', other: '其他户的人' }

/** "4,000": people read these numbers aloud. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** What a line counts, in words; a place by its name. */
export function lineName(by: Division, { key, name }: Pick<CountLine, 'key' | 'name'>): string {
  if (by === 'topic') return TOPIC_NAMES[key as Topic] ?? key
  if (by === 'household') return HOUSEHOLD_NAMES[key] ?? key
  if (by === 'month') return `${Number(key.slice(5))} 月`
  return name ?? `编号 ${key} 的地方`
}

/** Months as they follow each other; all else from the most to the fewest. */
export const inOrder = (by: Division, lines: readonly CountLine[]): CountLine[] =>
  by === 'month' ? [...lines] : [...lines].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))

/** How the year stands to what it is meant to reach. */
export function progressWords({ total, target }: Pick<Counted, 'total' | 'target'>): string {
  if (target === undefined) return '今年要办到多少，还没有定。'
  if (total < target) return `目标 ${grouped(target)} 人次，还差 ${grouped(target - total)}。`
  if (total === target) return `目标 ${grouped(target)} 人次，正好办到了。`
  return `目标 ${grouped(target)} 人次，已经超过 ${grouped(total - target)}。`
}

/** "完成 66%"; full only when it is. */
export const percentWords = (total: number, target: number): string =>
  `完成 ${Math.floor((total / target) * 100)}%`

/** Above this it is a slip of the finger; the server's own limit. */
const MOST = 10_000_000

/** The number typed as a target, or what is wrong with it. Commas and spaces are how people write thousands. */
export function targetOf(typed: string): { attendances: number } | { problem: string } {
  const plain = typed.replace(/[,，\s]/g, '')
  if (plain === '') return { problem: '请填目标是多少人次' }
  if (!/^\d+$/.test(plain)) return { problem: '请只填数字，比如 6000' }
  const attendances = Number(plain)
  return attendances > MOST ? { problem: '数字太大了，请再看一看' } : { attendances }
}
