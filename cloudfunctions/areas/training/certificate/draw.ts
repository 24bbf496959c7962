import PDFDocument from 'pdfkit'
import { spacedNumber } from '../../../../contract/training/certificate-number'
import {
  CERTIFICATE_TITLES,
  type CertificateFacts,
  certificateDay,
  certificateSentence,
} from '../../../../contract/training/certificate-words'
import { printable } from './printable'

export interface Drawn extends CertificateFacts {
  number: string
  organiser: string
  issuedOn: string
  /** The code that opens the page of verification, PNG or JPEG. */
  picture: Buffer
}

type Document = InstanceType<typeof PDFDocument>

/** A4 on its side, in points. */
const [WIDTH, HEIGHT] = [842, 595]
const [GREEN, GOLD, INK, QUIET] = ['#14603A', '#B08D3E', '#26302B', '#6B746F']
/** Left edge and width of what is written. */
const [LEFT, LINE] = [120, WIDTH - 240]
const CODE = 96
const FOOT = 424

/** The certificate as a PDF of one page; of the font only what is drawn is in it. */
export async function drawCertificate(drawn: Drawn, font: Buffer): Promise<Buffer> {
  const document = new PDFDocument({
    size: [WIDTH, HEIGHT],
    margin: 0,
    // The default would be read from a file that a bundle does not have.
    font: null as unknown as string,
    info: { Title: CERTIFICATE_TITLES[drawn.kind] ?? '', Author: drawn.organiser },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((done, failed) => {
    document.on('end', () => done(Buffer.concat(chunks)))
    document.on('error', failed)
  })
  document.font(font)
  frame(document)
  content(document, drawn)
  document.end()
  return ended
}

function frame(document: Document): void {
  document
    .lineWidth(3)
    .rect(26, 26, WIDTH - 52, HEIGHT - 52)
    .stroke(GREEN)
  document
    .lineWidth(0.8)
    .rect(35, 35, WIDTH - 70, HEIGHT - 70)
    .stroke(GOLD)
  for (const x of [35, WIDTH - 35])
    for (const y of [35, HEIGHT - 35]) {
      const [right, down] = [x < WIDTH / 2 ? 1 : -1, y < HEIGHT / 2 ? 1 : -1]
      document
        .moveTo(x + 26 * right, y)
        .lineTo(x + 26 * right, y + 26 * down)
        .lineTo(x, y + 26 * down)
        .stroke(GOLD)
      document.rect(x + 13 * right - 3, y + 13 * down - 3, 6, 6).fill(GOLD)
    }
  document
    .moveTo(WIDTH / 2 - 150, 160)
    .lineTo(WIDTH / 2 - 12, 160)
    .stroke(GOLD)
  document
    .moveTo(WIDTH / 2 + 12, 160)
    .lineTo(WIDTH / 2 + 150, 160)
    .stroke(GOLD)
  document
    .save()
    .rotate(45, { origin: [WIDTH / 2, 160] })
    .rect(WIDTH / 2 - 4, 156, 8, 8)
    .fill(GOLD)
    .restore()
}

function content(document: Document, drawn: Drawn): void {
  const has = (code: number): boolean => opened(document).hasGlyphForCodePoint(code)
  const say = (text: string): string => printable(text, has).text
  const name = printable(drawn.name, has)

  document.fillColor(GREEN).fontSize(50)
  centred(document, [...say(CERTIFICATE_TITLES[drawn.kind] ?? '')].join(' '), 88)
  document.fillColor(INK).fontSize(fitting(document, `${name.text} 同志`, 34))
  document.text(`${name.text} 同志：`, LEFT, 198, { lineBreak: false })
  document
    .fontSize(21)
    .text(`　　${say(certificateSentence(drawn))}`, LEFT, 258, { width: LINE, lineGap: 14 })

  document.image(drawn.picture, LEFT, FOOT, { width: CODE, height: CODE })
  document.fillColor(INK).fontSize(13)
  document.text('证书编号', LEFT + CODE + 14, FOOT + 22, { lineBreak: false })
  document.fontSize(16).text(spacedNumber(drawn.number), LEFT + CODE + 14, FOOT + 40, { lineBreak: false })
  document.fillColor(QUIET).fontSize(11)
  document.text('微信扫码，可查真伪', LEFT + CODE + 14, FOOT + 64, { lineBreak: false })

  document.fillColor(INK).fontSize(20)
  document.text(say(drawn.organiser), LEFT, FOOT + 20, { width: LINE, align: 'right' })
  document.fontSize(17).text(certificateDay(drawn.issuedOn), LEFT, FOOT + 54, { width: LINE, align: 'right' })
  if (name.missing.length === 0) return
  document.fillColor(QUIET).fontSize(11)
  centred(document, '姓名中横线处的字，字库里还没有，请用笔写上。', FOOT + 112)
}

/** The font that is in use; pdfkit's types do not tell of it. */
const opened = (document: Document) =>
  (document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font.font

const centred = (document: Document, text: string, y: number) =>
  document.text(text, 0, y, { width: WIDTH, align: 'center' })

/** A size at which a text fits on a line. */
function fitting(document: Document, text: string, size: number): number {
  const width = document.fontSize(size).widthOfString(text)
  return width <= LINE - size ? size : Math.max(14, (size * (LINE - size)) / width)
}
