export interface Colour {
  r: number
  g: number
  b: number
  /** 0 to 1. */
  a: number
}

export const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 }
export const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 }

const NUMBERS = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\)$/
/** Colours inside a longer value, such as a gradient. */
const ANYWHERE = /rgba?\([^)]*\)/g

/** A computed colour. What is not written as rgb() is drawn once and read back. */
export function parseColour(value: string): Colour {
  const [, r, g, b, a] = NUMBERS.exec(value) ?? []
  if (r !== undefined) return { r: Number(r), g: Number(g), b: Number(b), a: a === undefined ? 1 : Number(a) }
  const brush = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D
  brush.fillStyle = value
  brush.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data
  return { r: red, g: green, b: blue, a: alpha / 255 }
}

export const coloursIn = (value: string): Colour[] => (value.match(ANYWHERE) ?? []).map(parseColour)

/** What one sees of `top` laid over `under`. */
export function over(top: Colour, under: Colour): Colour {
  const mix = (a: number, b: number) => a * top.a + b * (1 - top.a)
  return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a: 1 }
}

/** Relative luminance, as WCAG defines it. */
function luminance({ r, g, b }: Colour): number {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
