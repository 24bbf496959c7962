import { spacedNumber } from '../../../contract/training/certificate-number'
import {
  CERTIFICATE_TITLES,
  type CertificateFacts,
  certificateDay,
  certificateSentence,
} from '../../../contract/training/certificate-words'
import { paragraph } from '../lines'
import type { Drawing, Pen } from '../picture-type'

interface Shown extends CertificateFacts {
  number: string
  organiser: string
  issuedOn: string
  picture?: string | undefined
}

/** A4 on its side, fine enough to be read when it is made larger. */
const [WIDTH, HEIGHT] = [1684, 1190]
const [GREEN, GOLD, INK, QUIET] = ['#14603A', '#B08D3E', '#26302B', '#55615A']
const [LEFT, LINE] = [230, WIDTH - 460]
/** The hand of certificates where a phone has it, else its own. */
const SCRIPT = 'KaiTi, STKaiti, "Noto Sans SC", sans-serif'

function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  size: number,
  look: { color?: string; align?: 'center' | 'right' } = {},
) {
  pen.font = `${size}px ${SCRIPT}`
  pen.fillStyle = look.color ?? INK
  pen.textAlign = look.align ?? 'left'
  pen.fillText(text, x, y)
}

/** The certificate as a picture; what it says is what the PDF says (cloudfunctions/areas/training/certificate/draw.ts). */
export const certificateDrawing = (shown: Shown): Drawing => ({
  width: WIDTH,
  height: HEIGHT,
  async draw(pen, load) {
    pen.fillStyle = '#FFFFFF'
    pen.fillRect(0, 0, WIDTH, HEIGHT)
    pen.textBaseline = 'top'
    frame(pen)
    const title = [...(CERTIFICATE_TITLES[shown.kind] ?? '')].join('　')
    write(pen, title, WIDTH / 2, 165, 92, { color: GREEN, align: 'center' })
    write(pen, `${shown.name} 同志：`, LEFT, 385, [...shown.name].length > 12 ? 46 : 66)
    pen.font = `42px ${SCRIPT}`
    const lines = paragraph(`　　${certificateSentence(shown)}`, LINE, (text) => pen.measureText(text).width)
    lines.forEach((line, n) => {
      write(pen, line, LEFT, 510 + n * 70, 42)
    })
    if (shown.picture) pen.drawImage(await load(shown.picture), LEFT, 830, 200, 200)
    const beside = shown.picture ? LEFT + 230 : LEFT
    write(pen, '证书编号', beside, 865, 28)
    write(pen, spacedNumber(shown.number), beside, 908, 36)
    write(pen, '微信扫码，可查真伪', beside, 964, 24, { color: QUIET })
    write(pen, shown.organiser, LEFT + LINE, 865, 42, { align: 'right' })
    write(pen, certificateDay(shown.issuedOn), LEFT + LINE, 935, 36, { align: 'right' })
  },
})

function frame(pen: Pen): void {
  pen.strokeStyle = GREEN
  pen.lineWidth = 6
  pen.strokeRect(50, 50, WIDTH - 100, HEIGHT - 100)
  pen.strokeStyle = GOLD
  pen.lineWidth = 2
  pen.strokeRect(68, 68, WIDTH - 136, HEIGHT - 136)
  for (const x of [68, WIDTH - 120]) for (const y of [68, HEIGHT - 120]) pen.strokeRect(x, y, 52, 52)
  pen.beginPath()
  pen.moveTo(WIDTH / 2 - 300, 310)
  pen.lineTo(WIDTH / 2 + 300, 310)
  pen.stroke()
}
