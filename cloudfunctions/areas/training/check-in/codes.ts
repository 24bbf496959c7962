import { createHmac, timingSafeEqual } from 'node:crypto'
import { dayOf } from '../../../../contract/time'
import type { Configuration } from '../../../platform/configuration'
import { keyFor } from '../../../platform/secrets'

/** Each code is on the screen for so long; */
export const STEP_MS = 30_000
/**
 * and counts until so long after it appeared, by the server's clock alone: one that is scanned in its last second has half a
 * minute to arrive, and a photograph of it is worth nothing after a minute at most.
 */
export const GOOD_MS = 60_000
/** A screen whose clock is a little ahead shows a code early. */
const EARLY_MS = 5_000
/** Twenty minutes of codes. */
const STEPS = 40
/** 48 bits: nobody finds one by trying. */
const MAC_DIGITS = 12
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const PERSON_LETTERS = 8

type Keys = Pick<Configuration, 'uploadKey'>
export interface Meeting {
  classId: string
  session: string
}

const signed = (purpose: string, parts: readonly string[], keys: Keys): Buffer =>
  createHmac('sha256', keyFor(purpose, keys)).update(parts.join('\n')).digest()

const stepOf = (at: number): number => Math.floor(at / STEP_MS)

/** The code of one step: the step itself, and its signature for this session of this class. */
function codeOf({ classId, session }: Meeting, step: number, keys: Keys): string {
  const mac = signed('check-in', [classId, session, String(step)], keys).toString('hex')
  return `${step.toString(36)}-${mac.slice(0, MAC_DIGITS)}`
}

/** The code to show now and those that follow, each with the moment from which it is shown. */
export function codesFrom(meeting: Meeting, now: Date, keys: Keys): { from: string; code: string }[] {
  const first = stepOf(now.getTime())
  return Array.from({ length: STEPS }, (_, n) => ({
    from: new Date((first + n) * STEP_MS).toISOString(),
    code: codeOf(meeting, first + n, keys),
  }))
}

/** `late`: of this session and day, but not of this minute. `early`: of a moment to come, which no screen shows. */
export type Verdict = 'good' | 'late' | 'otherDay' | 'early' | 'invented'

export function judge(code: string, meeting: Meeting, now: Date, keys: Keys): Verdict {
  const step = Number.parseInt(code.split('-')[0] ?? '', 36)
  if (!Number.isSafeInteger(step) || !same(code, codeOf(meeting, step, keys))) return 'invented'
  const began = step * STEP_MS
  const age = now.getTime() - began
  if (age < -EARLY_MS) return 'early'
  if (age <= GOOD_MS) return 'good'
  return dayOf(began) === dayOf(now) ? 'late' : 'otherDay'
}

/** A person's own code for a class: always the same, so that it can be kept on paper. */
export function personCode(classId: string, personId: string, keys: Keys): string {
  const bytes = signed('person-code', [classId, personId], keys)
  return [...bytes.subarray(0, PERSON_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

export const isPersonCode = (code: string, classId: string, personId: string, keys: Keys): boolean =>
  same(code.toUpperCase(), personCode(classId, personId, keys))

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
