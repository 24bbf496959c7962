import type { PhoneState } from './types'

/** A pen that writes down its texts; each character is as wide as its size. */
function penOf(state: PhoneState) {
  const pen: Record<string, unknown> = { font: '10px sans-serif' }
  const sizeOf = () => Number(/(\d+)px/.exec(String(pen.font))?.[1] ?? 10)
  for (const name of 'fillRect strokeRect beginPath moveTo lineTo stroke drawImage'.split(' '))
    pen[name] = () => undefined
  pen.fillText = (text: string) => state.api.push({ name: 'fillText', options: text })
  pen.measureText = (text: string) => ({ width: [...text].length * sizeOf() })
  return pen
}

/** A canvas of the page; its pictures load at once. */
const canvasOf = (state: PhoneState) => ({
  width: 0,
  height: 0,
  getContext: () => penOf(state),
  createImage: () => {
    const image: { onload?: () => void; src?: string } = {}
    Object.defineProperty(image, 'src', { set: () => void Promise.resolve().then(() => image.onload?.()) })
    return image
  },
})

type Found = ((found: unknown) => void) | undefined

/** There is no layout in this phone: a query finds nothing but a canvas. */
export function selectorQuery(state: PhoneState) {
  const asked: Found[] = []
  const query: Record<string, unknown> = {
    exec: (callback?: (found: unknown[]) => void) =>
      void setTimeout(() => {
        for (const found of asked) found?.({ node: canvasOf(state) })
        callback?.([])
      }, 0),
  }
  for (const name of 'in select selectAll selectViewport boundingClientRect scrollOffset node'.split(' '))
    query[name] = () => query
  query.fields = (wanted: { node?: boolean }, found: Found) => {
    if (wanted.node) asked.push(found)
    return query
  }
  return query
}
