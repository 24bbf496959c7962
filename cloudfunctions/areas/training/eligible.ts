import type { ErrorCode } from '../../../contract/errors'
import { beijing } from '../../../contract/time'
import { CLASS_KIND_NAMES, type PersonKind } from '../../../contract/training/words'
import type { EnrolmentDocument, TrainingClass } from './documents'
import { isOpenTo, phaseOf } from './rules'
import type { Claim } from './seats'

/** What of somebody matters to who may come. */
export interface Who {
  id: string
  village?: string
  villageName?: string
  birthYear?: number
  kinds: PersonKind[]
}

export interface Obstacle {
  code: ErrorCode
  /** More exact than the code's own, where there is more to say. */
  sentence?: string
}

/** Enrolments that count as a class one has, or had. */
const HAD = ['enrolled', 'pending', 'attended']
/** The most places a refusal names. */
const NAMED = 6

const yearOf = (at: string): number => beijing(at).year()

/** The class of the same kind that stands in the way of another in so many calendar years, if there is one. */
export const hadOne = (
  { _id, kind, startsAt, onceInYears }: TrainingClass,
  history: readonly EnrolmentDocument[],
): EnrolmentDocument | undefined =>
  onceInYears &&
  history.find(
    (row) =>
      row.classId !== _id &&
      (row.kind ?? 'class') === kind &&
      HAD.includes(row.state) &&
      Math.abs(yearOf(row.startsAt) - yearOf(startsAt)) < onceInYears,
  )

/**
 * Why somebody may not come, whatever the seats; null if they may. Time first, then the place, the kind of people, age and
 * what they have had. What kind of people a class is for is not told to who is none: it would tell of those who are.
 */
export function whoMayNotCome(
  training: TrainingClass,
  who: Who | null,
  history: readonly EnrolmentDocument[],
  now: Date,
): Obstacle | null {
  const phase = phaseOf(training, now)
  const because = training.reason ? `原因：${training.reason}。` : ''
  if (phase === 'cancelled')
    return { code: 'CLASS_CANCELLED', sentence: `这个班取消了。${because}请看看别的班。` }
  if (phase === 'postponed')
    return { code: 'CLASS_POSTPONED', sentence: `这个班推迟了，时间定了再报。${because}请看看别的班。` }
  if (phase !== 'open') return { code: 'SIGN_UP_CLOSED' }
  return whoIsNotMeant(training, who, history)
}

/** The same without the time of sign-up: of somebody who stands at the door. */
export function whoIsNotMeant(
  training: TrainingClass,
  who: Who | null,
  history: readonly EnrolmentDocument[],
): Obstacle | null {
  if (!isOpenTo(training.openTo, who?.village)) return { code: 'NOT_ELIGIBLE', sentence: notFrom(training) }
  if (!who) return { code: 'NOT_REGISTERED' }
  if (training.people.length > 0 && !training.people.some((kind) => who.kinds.includes(kind)))
    return { code: 'NOT_FOR_YOU' }
  const { minAge } = training
  if (
    minAge !== undefined &&
    who.birthYear !== undefined &&
    yearOf(training.startsAt) - who.birthYear < minAge
  )
    return { code: 'TOO_YOUNG', sentence: `这个班要满 ${minAge} 岁才能上。请看看别的班。` }
  const earlier = hadOne(training, history)
  if (earlier) return { code: 'HAD_ONE', sentence: hadSentence(training, earlier) }
  return null
}

function notFrom({ openTo }: TrainingClass): string {
  const names = openTo.slice(0, NAMED).map(({ name }) => name)
  return `这个班只面向${names.join('、')}${openTo.length > NAMED ? '等地' : ''}。请看看别的班。`
}

export const hadSentence = (
  { kind, onceInYears }: TrainingClass,
  { title, startsAt }: EnrolmentDocument,
): string =>
  `${CLASS_KIND_NAMES[kind]}${onceInYears === 2 ? '两年' : '一年'}只能上一次，您 ${yearOf(startsAt)} 年报过《${title}》。请看看别的班。`

/** What somebody may draw in a class, and how early they come in its line. */
export function claimOf(
  training: TrainingClass,
  { village = '', kinds }: Who,
  history: readonly EnrolmentDocument[],
): Claim {
  const reserves = (training.reserved ?? []).flatMap(({ id, people, regions }) => {
    const forKind = people === undefined || kinds.includes(people)
    const forPlace = regions === undefined || regions.some((region) => village.startsWith(region))
    return forKind && forPlace ? [id] : []
  })
  const year = yearOf(training.startsAt)
  const first = {
    none: false,
    order: false,
    priority: kinds.includes('assisted'),
    newcomers: !history.some(({ state, startsAt }) => HAD.includes(state) && yearOf(startsAt) === year),
  }[training.waitlist]
  return { village, reserves, priority: first ? 0 : 1 }
}
