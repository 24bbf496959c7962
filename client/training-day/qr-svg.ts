import { create } from 'qrcode/lib/core/qrcode'

/** Light squares around it, without which nothing reads it. */
const QUIET = 4

/** A QR code of plain ASCII as an address of a picture: sharp at any size, and some 3 KB. */
export function qrPicture(text: string): string {
  const data = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' })
  const { size } = modules
  const whole = size + 2 * QUIET
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${whole} ${whole}' shape-rendering='crispEdges'>` +
    `<rect width='${whole}' height='${whole}' fill='white'/><path d='${pathOf(modules)}'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Every run of dark squares of a row as one bar. */
function pathOf({ size, data }: { size: number; data: Uint8Array }): string {
  const bars: string[] = []
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let end = column
      while (end < size && data[row * size + end]) end++
      if (end > column) bars.push(`M${column + QUIET} ${row + QUIET}h${end - column}v1h${column - end}z`)
      column = end
    }
  return bars.join('')
}
