import { countyOf, townshipOf } from '../../../contract/regions'
import { shortened } from '../../platform/shortened'
import type { Expert } from '../expert/documents'
import { takes } from '../expert/rules'
import type { Question } from './documents'

/** Ascending order of the expert's queue: danger before the rest, then who has waited longest. */
export const urgencyOf = (danger: boolean, waitingSince: string): string =>
  `${danger ? 0 : 1}:${waitingSince}`

/**
 * Who of a village's county can be asked on a Beijing day, best first: who serves its township, then who serves the county,
 * then anybody; fewest open first. Nobody is sent a question of their own (`not`: who asks, and for whom).
 */
export function expertsFor(
  experts: readonly Expert[],
  village: string,
  day: string,
  not: readonly string[] = [],
): Expert[] {
  const distance = (expert: Expert): number => {
    if (expert.townships.includes(townshipOf(village))) return 0
    return expert.townships.length === 0 ? 1 : 2
  }
  return [...new Map(experts.map((expert) => [expert._id, expert])).values()]
    .filter((expert) => expert.region === countyOf(village))
    .filter((expert) => takes(expert, day).now && !not.includes(expert.personId))
    .sort((a, b) => distance(a) - distance(b) || a.open - b.open || (a._id < b._id ? -1 : 1))
}

/** How a question is called in lists: its first line, or what it is about. */
export function titleOf(question: Pick<Question, 'text'>, subjectName: string): string {
  const line = question.text.split('\n')[0]?.trim() ?? ''
  return line === '' ? `${subjectName}（照片）` : shortened(line, 18)
}
