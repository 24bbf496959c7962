import { boxOf, isShown, isUnderDialog, nameOf, upFrom } from './dom'
import type { Fault } from './fault'

// A label beside its control is not what one aims at; one around it is.
const NATIVE = 'button,a[href],input,textarea,select,label:has(input,textarea,select)'
const NAMES = ['button', 'input', 'textarea', 'picker', 'switch', 'radio', 'checkbox', 'slider', 'navigator']
/** Components of the browser build, and of the WeChat bundle in glass. */
const COMPONENTS = NAMES.flatMap((name) => [`taro-${name}-core`, `wx-${name}`]).join(',')
/** Left by a host that knows its own handlers, such as the one of the WeChat bundle. */
const MARKED = '[data-tappable]'

/** Taro keeps the handlers of an element on it. */
const hasTap = (element: Element): boolean => {
  const { __events: events } = element as Element & { __events?: Record<string, unknown> }
  return Boolean(events?.click ?? events?.tap ?? events?.longpress)
}

const isTappable = (element: Element): boolean =>
  hasTap(element) || element.matches(`${NATIVE},${COMPONENTS},${MARKED}`)

/** A control inside its own component or label is tapped by means of that. */
const isInsideControl = (element: Element): boolean => {
  const control = element.matches(NATIVE) || element.matches(COMPONENTS)
  if (!control || hasTap(element)) return false
  return [...upFrom(element)].some(
    (each) => each !== element && each.matches(`${COMPONENTS},label,taro-label-core`),
  )
}

const isUsed = (element: Element): boolean => {
  const { pointerEvents } = getComputedStyle(element)
  const hidden = element instanceof HTMLInputElement && (element.type === 'file' || element.type === 'hidden')
  return pointerEvents !== 'none' && !hidden && isShown(element)
}

/** What one taps and may miss. */
export function smallTargets(root: Element, least: number, frame = ''): Fault[] {
  return [...root.querySelectorAll('*')].flatMap((element): Fault[] => {
    if (!isTappable(element) || !isUsed(element) || isInsideControl(element)) return []
    if (frame && element.closest(frame)) return []
    const box = boxOf(element)
    if (isUnderDialog({ element, lines: [box] })) return []
    const width = box.right - box.left
    const height = box.bottom - box.top
    if (width >= least - 0.5 && height >= least - 0.5) return []
    const what = `${Math.round(width)}×${Math.round(height)} px, at least ${least}×${least}`
    return [{ kind: 'target', where: nameOf(element), what }]
  })
}
