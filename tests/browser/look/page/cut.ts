import { type Box, boxOf, nameOf, upFrom, type Words } from './dom'
import type { Fault } from './fault'

const HIDES = /hidden|clip/
const SLACK = 1

/** Where an element lets its content be seen: inside its border. */
function windowOf(element: HTMLElement): Box {
  const { left, top } = boxOf(element)
  const inner = { left: left + element.clientLeft, top: top + element.clientTop }
  return { ...inner, right: inner.left + element.clientWidth, bottom: inner.top + element.clientHeight }
}

function beyond(line: Box, box: Box, sideways: boolean, upright: boolean): string | undefined {
  if (sideways && line.right > box.right + SLACK)
    return `${Math.round(line.right - box.right)} px at the right`
  if (sideways && line.left < box.left - SLACK) return `${Math.round(box.left - line.left)} px at the left`
  if (upright && line.bottom > box.bottom + SLACK)
    return `${Math.round(line.bottom - box.bottom)} px at the bottom`
  if (upright && line.top < box.top - SLACK) return `${Math.round(box.top - line.top)} px at the top`
  return undefined
}

/** Whether one can see where this element ends: it has a ground or a line of its own. */
function isDrawn(element: HTMLElement): boolean {
  const style = getComputedStyle(element)
  if (style.display === 'inline' || style.display === 'contents') return false
  return (
    (style.backgroundColor !== 'rgba(0, 0, 0, 0)' && style.backgroundColor !== 'transparent') ||
    ['Top', 'Right', 'Bottom', 'Left'].some(
      (side) => Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
    )
  )
}

function cutOne({ element, lines }: Words): string | undefined {
  let framed = false
  for (const each of upFrom(element)) {
    const { overflowX, overflowY, position } = getComputedStyle(each)
    const hides = [HIDES.test(overflowX), HIDES.test(overflowY)] as const
    for (const line of lines) {
      const cut = hides.includes(true) && beyond(line, windowOf(each), ...hides)
      if (cut) return `cut off ${cut} by ${nameOf(each)}`
    }
    // Text that runs out of its own button or card is not hidden, but just as broken.
    if (!framed && isDrawn(each)) {
      framed = true
      const scrolls = /auto|scroll/.test(overflowY)
      for (const line of lines) {
        const out = beyond(line, boxOf(each), true, !scrolls)
        if (out) return `runs out of its box ${out} (${nameOf(each)})`
      }
    }
    // What is placed freely may stand outside of what it belongs to, as a dot on a corner does.
    if (position === 'absolute' || position === 'fixed') framed = true
  }
  return undefined
}

/** An input shows one line, and a text box's hint cannot be scrolled to. */
function cutInput({ element, text }: Words): string | undefined {
  const style = getComputedStyle(element)
  if (element instanceof HTMLInputElement) {
    const brush = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D
    brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const room =
      element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    const need = Math.ceil(brush.measureText(text).width)
    const typed = element.value !== ''
    // What one has typed oneself may be longer: the cursor moves along it.
    return !typed && need > room + SLACK ? `its hint needs ${need} px and has ${Math.floor(room)}` : undefined
  }
  if (!(element instanceof HTMLTextAreaElement) || element.value !== '') return undefined
  const { scrollHeight, clientHeight } = element
  return scrollHeight > clientHeight + SLACK
    ? `its hint needs ${scrollHeight} px and has ${clientHeight}`
    : undefined
}

/** Text of which a part cannot be seen. */
export function cutText(words: readonly Words[]): Fault[] {
  return words.flatMap((each) => {
    const what = cutInput(each) ?? cutOne(each)
    return what ? [{ kind: 'cut', where: `“${each.text.slice(0, 24)}” (${nameOf(each.element)})`, what }] : []
  })
}
