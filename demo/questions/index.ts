import { ANIMALS } from './animals'
import { CROPS } from './crops'

const ASKED = { ...CROPS, ...ANIMALS }
/** As they come, newest first: the demo's personas meet the first of them. */
const SUBJECTS = [
  'plum',
  'chicken',
  'herb',
  'pepper',
  'bee',
  'potato',
  'pig',
  'yak',
  'vegetable',
  'walnut',
  'sheep',
] as const

/** What the n-th question is about, with what was asked and what is answered. */
export function questionAt(n: number) {
  const subject = SUBJECTS[n % SUBJECTS.length]!
  const asked = ASKED[subject]
  const [text, answer] = asked[Math.floor(n / SUBJECTS.length) % asked.length]!
  return { subject, text, answer }
}
