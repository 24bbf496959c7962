import { BLACK, type Colour, coloursIn, contrastOf, over, parseColour, WHITE } from './colour'
import { isUnderDialog, nameOf, stackAt, upFrom, type Words } from './dom'
import type { Fault } from './fault'

const LEAST = 4.5
/** Big text is legible with less. */
const LEAST_BIG = 3
const BIG = 24
const BIG_BOLD = 19

const opacityOf = (element: Element): number =>
  [...upFrom(element)].reduce((all, each) => all * Number(getComputedStyle(each).opacity), 1)

/** What an element paints behind text: nothing, one colour, or several that text may stand on. */
function paintOf(element: Element): Colour[] {
  const { backgroundColor, backgroundImage, maskImage } = getComputedStyle(element)
  if (maskImage && maskImage !== 'none') return []
  if (element instanceof HTMLImageElement || element instanceof HTMLVideoElement) return [BLACK, WHITE]
  if (backgroundImage.includes('gradient(')) return coloursIn(backgroundImage)
  if (backgroundImage.includes('url(')) return [BLACK, WHITE]
  const colour = parseColour(backgroundColor)
  return colour.a > 0 ? [{ ...colour, a: colour.a * opacityOf(element) }] : []
}

/** Every colour that may be seen behind `element` at a point, by what lies there from it downwards. */
function behind(element: Element, x: number, y: number): Colour[] {
  const stack = stackAt(x, y)
  const from = stack.findIndex((each) => each === element || each.contains(element))
  const under = from < 0 ? [...upFrom(element)] : stack.slice(from)
  const layers: Colour[][] = []
  for (const each of under) {
    const paint = paintOf(each)
    if (paint.length > 0) layers.push(paint)
    if (paint.length > 0 && paint.every((colour) => colour.a === 1)) break
  }
  return layers.reduceRight<Colour[]>(
    (seen, paint) => paint.flatMap((colour) => seen.map((under) => over(colour, under))),
    [WHITE],
  )
}

function inkOf({ element }: Words): Colour {
  const input = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  const style = getComputedStyle(element, input && element.value === '' ? '::placeholder' : null)
  const colour = parseColour(style.webkitTextFillColor || style.color)
  return { ...colour, a: colour.a * opacityOf(element) * (input ? Number(style.opacity) : 1) }
}

/** Text too pale for what it stands on. */
export function paleText(words: readonly Words[]): Fault[] {
  return words.flatMap((each) => {
    const { element, lines, text } = each
    if (isUnderDialog(each)) return []
    const { fontSize, fontWeight } = getComputedStyle(element)
    const size = Number.parseFloat(fontSize)
    const least = size >= BIG || (size >= BIG_BOLD && Number(fontWeight) >= 700) ? LEAST_BIG : LEAST
    const ink = inkOf(each)
    let worst = 21
    for (const { left, right, top, bottom } of lines)
      for (const x of [left + 1, (left + right) / 2, right - 1])
        for (const ground of behind(element, x, (top + bottom) / 2))
          worst = Math.min(worst, contrastOf(over(ink, ground), ground))
    // Two decimals of rounding are not a fault.
    if (worst >= least - 0.005) return []
    const what = `contrast ${worst.toFixed(2)}:1, at least ${least}:1 at ${size} px`
    return [{ kind: 'contrast', where: `“${text.slice(0, 24)}” (${nameOf(element)})`, what }]
  })
}
