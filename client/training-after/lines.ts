/** What must not begin a line of Chinese. */
const NOT_FIRST = '，。、；：！？”）》'

/**
 * Text broken into lines of at most `width`, by what `measure` says of each; an end mark goes up with the character before it,
 * and a number stays whole.
 */
export function paragraph(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = text.match(/\d[\d.,:-]*|[A-Za-z]+|./gsu) ?? []
  const lines: string[] = ['']
  for (const piece of pieces) {
    const line = lines[lines.length - 1]!
    const fits = measure(line + piece) <= width
    if (fits || line === '' || NOT_FIRST.includes(piece)) lines[lines.length - 1] = line + piece
    else lines.push(piece)
  }
  return lines
}
