import { OPERATIONS } from '../../contract'
import { type Audience, audienceOf } from '../../contract/operation'
import type { PageShots } from './shot'

/** What the table of shots lacks: a page of the app, or a persona who can open one; and what it has too much. */
export function gapsIn(table: Record<string, PageShots>, pages: readonly string[]): string[] {
  const forgotten = pages
    .filter((page) => !table[page])
    .map((page) => `${page} has no entry in the table of shots`)
  const gone = Object.keys(table)
    .filter((page) => !pages.includes(page))
    .map((page) => `${page} is in the table of shots and not in the app`)
  const people = Object.entries(table).flatMap(([page, { operation, shots, by: desk }]) => {
    const entry = OPERATIONS.find(({ name }) => name === operation)
    const by: readonly Audience[] = desk ?? (entry ? audienceOf(entry) : [])
    return by
      .filter((who) => !shots.some(({ as }) => as === who))
      .map((who) => `${page} has no shot as ${who}, who can open it`)
  })
  return [...forgotten, ...gone, ...people]
}
