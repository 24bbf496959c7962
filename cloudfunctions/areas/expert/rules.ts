import type { Subject } from '../../../contract/consultation'
import type { ExpertLine } from '../../../contract/expert'
import type { Topic } from '../../../contract/training'
import { orderOf } from '../registry/search-words'
import type { Expert } from './documents'

/** On which it depends whether somebody takes a question. */
type Availability = Pick<Expert, 'available' | 'leave' | 'open' | 'maxOpen' | 'archived'>

/**
 * Whether a question can be given to an expert on a Beijing day, and if not, why. Decided when it is asked: leave that ends
 * needs nobody to end it.
 */
export function takes(
  { available, leave, open, maxOpen, archived }: Availability,
  day: string,
): ExpertLine['takes'] {
  if (!available || archived) return { now: false, why: 'paused' }
  if (leave && leave.from <= day && day <= leave.until)
    return { now: false, why: 'leave', until: leave.until }
  return open < maxOpen ? { now: true } : { now: false, why: 'full' }
}

/** A word of the directory: what is looked for, and where. */
const wordOf = (what: string, where: string): string => `${what}@${where}`
const ANY = '*'
/** Who serves no township in particular serves the county. */
const COUNTY = ''

/** Every word under which the directory lists an expert; none once archived. */
export function directoryWords({
  fields,
  crops,
  townships,
  archived,
}: Pick<Expert, 'fields' | 'crops' | 'townships' | 'archived'>): string[] {
  if (archived) return []
  const what = [ANY, ...fields.map((field) => `f:${field}`), ...crops.map((crop) => `c:${crop}`)]
  const where = [ANY, ...(townships.length > 0 ? townships : [COUNTY])]
  return [...new Set(what.flatMap((each) => where.map((place) => wordOf(each, place))))]
}

/** The words of which a listed expert has exactly one. */
export function wordsAsked({
  field,
  crop,
  township,
}: {
  field?: Topic
  crop?: Subject
  township?: string
}): string[] {
  const what = crop ? `c:${crop}` : field ? `f:${field}` : ANY
  return township ? [wordOf(what, township), wordOf(what, COUNTY)] : [wordOf(what, ANY)]
}

/** An expert without what is computed of them. */
export type ToldExpert = Omit<Expert, 'order' | 'search' | 'version'>

/** What is computed of an expert rather than told; the same for the demo county, the import and the desk. */
export const derivedExpert = (before: Pick<Expert, 'version'> | null, after: ToldExpert): Expert => ({
  ...after,
  order: orderOf(after.region, after._id),
  search: directoryWords(after),
  version: (before?.version ?? 0) + 1,
})
