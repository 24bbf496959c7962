import PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>

interface Sheet {
  /** Width and height in points: 842 by 595 is A4 on its side. */
  size: [number, number]
  title: string
  author: string
}

/** A PDF of one page, and of those `draw` adds; of the font only what is drawn is in it. */
export function pdfOf(
  { size, title, author }: Sheet,
  font: Buffer,
  draw: (document: Pdf) => void,
): Promise<Buffer> {
  const document = new PDFDocument({
    size,
    margin: 0,
    // The default would be read from a file that a bundle does not have.
    font: null as unknown as string,
    info: { Title: title, Author: author },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((done, failed) => {
    document.on('end', () => done(Buffer.concat(chunks)))
    document.on('error', failed)
  })
  document.font(font)
  draw(document)
  document.end()
  return ended
}

/** Whether the font in use has a character; pdfkit's types do not tell of it. */
export function hasCharacter(document: Pdf): (codePoint: number) => boolean {
  const { font } = (
    document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } }
  )._font
  return (codePoint) => font.hasGlyphForCodePoint(codePoint)
}

/** The largest size up to `size` at which a text fits on a line of `width` points; `least` where it does not. */
export function fitting(
  document: Pdf,
  text: string,
  { size, least, width }: Record<'size' | 'least' | 'width', number>,
): number {
  const needed = document.fontSize(size).widthOfString(text)
  return needed <= width ? size : Math.max(least, (size * width) / needed)
}
