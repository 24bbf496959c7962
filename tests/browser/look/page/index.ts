import { paleText } from './contrast'
import { cutText } from './cut'
import { wordsOn } from './dom'
import type { Fault, Rules } from './fault'
import { sidewaysOverflow } from './overflow'
import { coveredText, textOnText } from './overlap'
import { smallTargets } from './targets'

// The stack at a point must name what is seen there, whether or not it takes taps.
function withHits<T>(look: () => T): T {
  const style = document.createElement('style')
  style.textContent = '*{pointer-events:auto !important}'
  document.head.append(style)
  try {
    return look()
  } finally {
    style.remove()
  }
}

/** Everything wrong with a screen that shows all of its content at once. */
export function lookAt({ target, frame = '' }: Rules): Fault[] {
  const small = smallTargets(document.body, target, frame)
  return withHits(() => {
    const words = wordsOn(document.body, frame)
    return [
      ...sidewaysOverflow(document.body),
      ...cutText(words),
      ...textOnText(words),
      ...coveredText(words),
      ...paleText(words),
      ...small,
    ]
  })
}

const scrollersOf = (): Element[] =>
  [document.scrollingElement as Element, ...document.body.querySelectorAll('*')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      element.clientHeight > 0 &&
      (element === document.scrollingElement || /auto|scroll/.test(getComputedStyle(element).overflowY)),
  )

/** How many px of content lie below the screen. */
export const hiddenBelow = (): number =>
  Math.max(
    0,
    ...scrollersOf()
      .filter(isLong)
      .map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  )

/** A text box scrolls by itself and is no reason for a longer picture. */
const isLong = (element: Element): boolean => !(element instanceof HTMLTextAreaElement)

/** At the end of a screen: what stays under a bar and cannot be brought out by scrolling. */
export function lookAtEnd({ frame = '' }: Rules): Fault[] {
  const scrollers = scrollersOf().filter(isLong)
  const before = scrollers.map((each) => each.scrollTop)
  for (const each of scrollers) each.scrollTop = each.scrollHeight
  // At the end only what is near the end counts: what is above can be scrolled down again.
  const faults = withHits(() => {
    const words = wordsOn(document.body, frame)
    const last = lastOf(words.filter(({ element }) => !isPinned(element)))
    return last ? coveredText([last]) : []
  })
  scrollers.forEach((each, index) => {
    each.scrollTop = before[index] as number
  })
  return faults
}

function lastOf(words: ReturnType<typeof wordsOn>) {
  const bottom = (each: (typeof words)[number]) => Math.max(...each.lines.map((line) => line.bottom))
  return words.toSorted((a, b) => bottom(a) - bottom(b)).at(-1)
}

function isPinned(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.parentElement)
    if (/sticky|fixed/.test(getComputedStyle(each).position)) return true
  return false
}
