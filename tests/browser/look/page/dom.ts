/** A rectangle on the screen, in px. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** One piece of text and where its lines stand. */
export interface Words {
  element: Element
  text: string
  /** One a line, as high as the characters themselves: a font's own boxes are taller and may meet. */
  lines: Box[]
}

const SHORT = 24
/** Characters fill about this part of a font's box; the rest is air above and below. */
const AIR = 0.2

/** How a report calls an element. */
export function nameOf(element: Element): string {
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  const tag = element.tagName.toLowerCase().replace(/^taro-|-core$/g, '')
  const look = element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''
  return words
    ? `“${words.slice(0, SHORT)}${words.length > SHORT ? '…' : ''}” (${tag}${look})`
    : `${tag}${look}`
}

export const isShown = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
  element.getClientRects().length > 0

export const boxOf = (element: Element): Box => element.getBoundingClientRect()

const withoutAir = ({ left, right, top, bottom }: Box): Box => {
  const air = (bottom - top) * AIR
  return { left, right, top: top + air, bottom: bottom - air }
}

/** The words of an input are no text node: its value, or its placeholder. */
function wordsOfInput(element: Element): Words | undefined {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return undefined
  if (element.type === 'file' || element.type === 'hidden') return undefined
  const text = element.value || element.placeholder
  return text ? { element, text, lines: [boxOf(element)] } : undefined
}

/** Every text one can see, except in parts that match `except`. */
export function wordsOn(root: Element, except = ''): Words[] {
  const found: Words[] = []
  const skip = (element: Element) =>
    /^(SCRIPT|STYLE|OPTION)$/.test(element.tagName) || (except !== '' && element.closest(except) !== null)
  for (const element of root.querySelectorAll('*')) {
    if (skip(element) || !isShown(element)) continue
    const input = wordsOfInput(element)
    if (input) found.push(input)
    for (const node of element.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''
      if (text === '' || element instanceof HTMLTextAreaElement) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const lines = [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0)
      if (lines.length > 0) found.push({ element, text, lines: lines.map(withoutAir) })
    }
  }
  return found
}

/** From the element itself up to the body. */
export function* upFrom(element: Element): Generator<HTMLElement> {
  for (
    let each: Element | null = element;
    each && each !== document.documentElement;
    each = each.parentElement
  )
    if (each instanceof HTMLElement) yield each
}

/** Every element at a point, topmost first. The stack is asked once, whatever `pointer-events` says. */
export function stackAt(x: number, y: number): Element[] {
  return document.elementsFromPoint(x, y)
}

/** Whether an element lies over the whole screen, as the shade under a dialog does. */
export function isShade(element: Element): boolean {
  if (getComputedStyle(element).position !== 'fixed') return false
  const { left, top, right, bottom } = boxOf(element)
  return left <= 1 && top <= 1 && right >= innerWidth - 1 && bottom >= innerHeight - 1
}

/** Whether a dialog lies over these words: then it is the dialog that counts. */
export function isUnderDialog({ element, lines }: Pick<Words, 'element' | 'lines'>): boolean {
  const line = lines[0] as Box
  for (const above of stackAt((line.left + line.right) / 2, (line.top + line.bottom) / 2)) {
    if (above === element || above.contains(element) || element.contains(above)) return false
    for (const each of upFrom(above)) if (isShade(each) && !each.contains(element)) return true
  }
  return false
}
