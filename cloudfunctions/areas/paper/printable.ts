/** What chooses a variant of the character before it; a font without that variant draws a box. */
const VARIANTS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu
/** Where a character is missing stands a line to write it on by hand. */
const BLANK = '＿'

/**
 * Text as a font can draw it. What the font does not have becomes a line to write on: no box, and no character that merely
 * looks alike.
 */
export function printable(
  text: string,
  has: (codePoint: number) => boolean,
): { text: string; missing: string[] } {
  const missing: string[] = []
  const characters = [...text.normalize('NFC').replace(VARIANTS, '')].map((character) => {
    if (/\s/.test(character)) return ' '
    if (has(character.codePointAt(0)!)) return character
    missing.push(character)
    return BLANK
  })
  return { text: characters.join(''), missing }
}
