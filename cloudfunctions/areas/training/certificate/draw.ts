import { spacedNumber } from '../../../../contract/training/certificate-number'
import {
  CERTIFICATE_TITLES,
  type CertificateFacts,
  certificateDay,
  certificateSentence,
} from '../../../../contract/training/certificate-words'
import { fitting, hasCharacter, type Pdf, pdfOf } from '../../paper/pdf'
import { printable } from '../../paper/printable'

export interface Drawn extends CertificateFacts {
  number: string
  organiser: string
  issuedOn: string
  /** The code that opens the page of verification, PNG or JPEG. */
  picture: Buffer
}

/** A4 on its side, in points. */
const [WIDTH, HEIGHT] = [842, 595]
const [GREEN, GOLD, INK, QUIET] = ['#14603A', '#B08D3E', '#26302B', '#6B746F']
/** Left edge and width of what is written. */
const [LEFT, LINE] = [120, WIDTH - 240]
const CODE = 96
const FOOT = 424

/** The certificate as a PDF of one page. */
export const drawCertificate = (drawn: Drawn, font: Buffer): Promise<Buffer> =>
  pdfOf(
    { size: [WIDTH, HEIGHT], title: CERTIFICATE_TITLES[drawn.kind] ?? '', author: drawn.organiser },
    font,
    (document) => {
      frame(document)
      content(document, drawn)
    },
  )

function frame(document: Pdf): void {
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

function content(document: Pdf, drawn: Drawn): void {
  const has = hasCharacter(document)
  const say = (text: string): string => printable(text, has).text
  const name = printable(drawn.name, has)

  document.fillColor(GREEN).fontSize(50)
  centred(document, [...say(CERTIFICATE_TITLES[drawn.kind] ?? '')].join(' '), 88)
  document
    .fillColor(INK)
    .fontSize(fitting(document, `${name.text} 同志：`, { size: 34, least: 14, width: LINE }))
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

const centred = (document: Pdf, text: string, y: number) =>
  document.text(text, 0, y, { width: WIDTH, align: 'center' })
