import fc from 'fast-check'
import type { Photo } from './documents'
import { lookAgain, standingOf, stepOf, TRIES } from './rules'

const NOW = new Date('2026-11-22T02:00:00.000Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()
const photo: Photo = { fileID: 'cloud://x/leaf.jpg' }
const handed = (minutes: number, tries = 1): Photo => ({
  ...photo,
  traceId: 'trace',
  handedAt: ago(minutes),
  tries,
})

test('a photo is handed in, waited for, and handed in again when the verdict is overdue', () => {
  expect(stepOf(photo, undefined, NOW)).toBe('hand')
  expect(stepOf(handed(34), undefined, NOW)).toBe('wait')
  expect(stepOf(handed(36), undefined, NOW)).toBe('hand')
})

test('any verdict settles it, also a late one', () => {
  for (const verdict of ['pass', 'review', 'risky'] as const)
    expect(stepOf(handed(600, TRIES), verdict, NOW)).toBe('settled')
})

test('after the last try it is given up, and stays so', () => {
  expect(stepOf({ ...photo, tries: TRIES }, undefined, NOW)).toBe('giveUp')
  expect(stepOf(handed(1, TRIES), undefined, NOW)).toBe('wait')
  expect(stepOf(handed(36, TRIES), undefined, NOW)).toBe('giveUp')
  expect(stepOf({ ...photo, tries: TRIES, unchecked: true }, undefined, NOW)).toBe('settled')
})

test('only a pass shows a photo to others', () => {
  expect(standingOf(handed(1), undefined)).toBe('checking')
  expect(standingOf(handed(1), 'pass')).toBe('shown')
  expect(standingOf(handed(1), 'review')).toBe('withheld')
  expect(standingOf(handed(1), 'risky')).toBe('withheld')
  expect(standingOf({ ...photo, unchecked: true }, undefined)).toBe('withheld')
  expect(standingOf({ ...photo, unchecked: true }, 'pass')).toBe('shown')
})

test('a failed hand-in waits twice as long each time; a new photo does not wait', () => {
  const minutes = (tries: number) =>
    (Date.parse(lookAgain({ ...photo, tries }, NOW)) - NOW.getTime()) / 60_000
  expect([0, 1, 2, 3, TRIES].map(minutes)).toEqual([0, 1, 2, 4, 2 ** (TRIES - 1)])
  expect(lookAgain(handed(5), NOW)).toBe(ago(5 - 35))
})

test('looked at whenever it asks to be, a photo without a verdict is settled after at most so many tries', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: TRIES, maxLength: TRIES }), (taken) => {
      let now = NOW
      let each = photo
      for (let looks = 0; looks <= 2 * TRIES; looks++) {
        const step = stepOf(each, undefined, now)
        if (step === 'giveUp') return (each.tries ?? 0) === TRIES
        const tries = (each.tries ?? 0) + 1
        if (step === 'hand')
          each = taken[tries - 1]
            ? { ...each, tries, traceId: `trace-${tries}`, handedAt: now.toISOString() }
            : { ...each, tries }
        now = new Date(lookAgain(each, now))
      }
      return false
    }),
  )
})
