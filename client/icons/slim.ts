/** How many numbers each path command takes. */
const SIZES: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7 }

type Point = [number, number]

/** A number as short as SVG allows it: without a zero before the point. */
const short = (value: number): string => String(value).replace(/^(-?)0\./, '$1.')

/** Numbers with only the separators that are needed. */
function join(numbers: readonly string[]): string {
  return numbers.reduce((text, number, at) => {
    const apart = at > 0 && !number.startsWith('-') && !(number.startsWith('.') && /\.\d*$/.test(text))
    return `${text}${apart ? ' ' : ''}${number}`
  }, '')
}

/** The numbers of one command; an arc's two flags may be written without anything between them. */
function numbersOf(command: string, text: string): number[] {
  const number = /-?(?:\d+\.?\d*|\.\d+)/y
  const found: number[] = []
  for (let at = 0; at < text.length; ) {
    const flag = command === 'a' && [3, 4].includes(found.length % 7) ? /^[01]/.exec(text.slice(at)) : null
    number.lastIndex = at
    const word = flag?.[0] ?? number.exec(text)?.[0]
    if (word) found.push(Number(word))
    at += word?.length ?? 1
  }
  return found
}

/** Where the pen is: in the path as it was, and in the one written. */
interface Pen {
  true: Point
  written: Point
}
const copy = (pen: Pen): Pen => ({ true: [...pen.true], written: [...pen.written] })

/**
 * The same path with `digits` decimals. What rounding takes from one command is given to the next, so that a long path
 * of relative commands does not drift.
 */
export function slimPath(path: string, digits: number): string {
  const round = (value: number): number => Number(value.toFixed(digits)) || 0
  let pen: Pen = { true: [0, 0], written: [0, 0] }
  let start = copy(pen)

  /** The numbers of one use of a command, rounded; moves the pen to its end. */
  function rewrite(command: string, relative: boolean, numbers: readonly number[]): string[] {
    const end = copy(pen)
    const place = (value: number, axis: 0 | 1): number => {
      end.true[axis] = relative ? pen.true[axis] + value : value
      const moved = round(relative ? end.true[axis] - pen.written[axis] : value)
      end.written[axis] = relative ? pen.written[axis] + moved : moved
      return moved
    }
    const rounded = numbers.map((value, n) => {
      if (command === 'h') return place(value, 0)
      if (command === 'v') return place(value, 1)
      // An arc: two radii, an angle, two flags, and then where it ends.
      if (command === 'a') return n < 5 ? round(value) : place(value, n === 5 ? 0 : 1)
      return place(value, n % 2 === 0 ? 0 : 1)
    })
    pen = end
    return rounded.map(short)
  }

  const out: string[] = []
  for (const [, letter = '', text = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const command = letter.toLowerCase()
    if (command === 'z') pen = copy(start)
    const numbers = numbersOf(command, text)
    const size = SIZES[command] ?? 1
    const said: string[] = []
    for (let first = 0; first < numbers.length; first += size) {
      said.push(...rewrite(command, letter === command, numbers.slice(first, first + size)))
      // What follows the first pair of a move is lines.
      if (command === 'm' && first === 0) start = copy(pen)
    }
    out.push(letter + join(said))
  }
  return out.join('')
}

/** The body of an SVG with every path rounded, without what does not change how it looks. */
export function slimBody(body: string, digits: number): string {
  const rounded = body
    .replace(/ clip-rule="evenodd"/g, '')
    .replace(/ d="([^"]+)"/g, (_, path: string) => ` d="${slimPath(path, digits)}"`)
  // A group that only says "no fill" around shapes that have one each.
  const inside = /^<g fill="none">(.*)<\/g>$/.exec(rounded)?.[1]
  const shapes = inside?.match(/<(?!\/)[^>]+>/g) ?? []
  return inside && shapes.every((shape) => shape.includes(' fill=')) ? inside : rounded
}
