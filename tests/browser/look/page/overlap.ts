import { type Box, isUnderDialog, nameOf, stackAt, type Words } from './dom'
import type { Fault } from './fault'

const meet = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1

const short = (text: string) => text.slice(0, 24)

/** Two texts in one place. */
export function textOnText(words: readonly Words[]): Fault[] {
  const seen = words.filter((each) => !isUnderDialog(each))
  return seen.flatMap((one, index) =>
    seen
      .slice(index + 1)
      .filter((other) => other.element !== one.element || other.text !== one.text)
      .filter((other) => one.lines.some((line) => other.lines.some((its) => meet(line, its))))
      .map(
        (other): Fault => ({
          kind: 'overlap',
          where: `“${short(one.text)}” (${nameOf(one.element)})`,
          what: `stands on “${short(other.text)}” (${nameOf(other.element)})`,
        }),
      ),
  )
}

const paints = (element: Element): boolean => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  // What only catches taps, such as the control laid over a picker, is not seen.
  if (!element.checkVisibility({ opacityProperty: true })) return false
  return (
    !/^(rgba\(0, 0, 0, 0\)|transparent)$/.test(backgroundColor) ||
    backgroundImage !== 'none' ||
    /^(IMG|VIDEO|CANVAS)$/.test(element.tagName)
  )
}

/** Text with something else on top of it; text outside of the screen is not looked at. */
export function coveredText(words: readonly Words[]): Fault[] {
  return words.flatMap((each): Fault[] => {
    if (isUnderDialog(each)) return []
    const { element, lines, text } = each
    for (const { left, right, top, bottom } of lines) {
      const stack = stackAt((left + right) / 2, (top + bottom) / 2)
      const own = stack.findIndex((one) => one === element || one.contains(element))
      const cover = stack.slice(0, Math.max(0, own)).find((one) => !element.contains(one) && paints(one))
      if (cover) {
        const what = `is covered by ${nameOf(cover)}`
        return [{ kind: 'overlap', where: `“${short(text)}” (${nameOf(element)})`, what }]
      }
    }
    return []
  })
}
