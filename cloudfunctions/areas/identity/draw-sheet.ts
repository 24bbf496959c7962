import { beijing } from '../../../contract/time'
import { fitting, hasCharacter, type Pdf, pdfOf } from '../paper/pdf'
import { printable } from '../paper/printable'
import type { Invitation } from './documents'

/** A code with the picture a phone scans, PNG or JPEG. */
export interface Slip {
  invitation: Pick<Invitation, '_id' | 'name' | 'place' | 'expiresAt'>
  picture: Buffer
}

/** A4 upright, in points: a heading, and three by four slips. */
const [WIDTH, HEIGHT] = [595, 842]
const [COLUMNS, ROWS] = [3, 4]
const [EDGE, TOP] = [28, 74]
const [SLIP_WIDTH, SLIP_HEIGHT] = [(WIDTH - 2 * EDGE) / COLUMNS, (HEIGHT - TOP - EDGE) / ROWS]
const CODE = 94
const [GREEN, INK, QUIET, CUT] = ['#14603A', '#26302B', '#6B746F', '#B8B8B8']
const HOW = '用微信“扫一扫”扫自己的码，或者在“科技助农”里填下面 6 个字母和数字。每个码只能本人用一次。'

/** Slips to cut apart, twelve a page. */
export const drawSheet = (slips: readonly Slip[], font: Buffer): Promise<Buffer> =>
  pdfOf({ size: [WIDTH, HEIGHT], title: '科技助农 邀请码', author: '科技助农' }, font, (document) => {
    slips.forEach((slip, n) => {
      const place = n % (COLUMNS * ROWS)
      if (place === 0) {
        if (n > 0) document.addPage({ size: [WIDTH, HEIGHT], margin: 0 })
        heading(document)
      }
      drawSlip(
        document,
        slip,
        EDGE + (place % COLUMNS) * SLIP_WIDTH,
        TOP + Math.floor(place / COLUMNS) * SLIP_HEIGHT,
      )
    })
  })

function heading(document: Pdf): void {
  document.fillColor(GREEN).fontSize(20).text('科技助农 邀请码', EDGE, 26, { lineBreak: false })
  document.fillColor(INK).fontSize(11).text(HOW, EDGE, 54, { lineBreak: false })
}

function drawSlip(document: Pdf, { invitation, picture }: Slip, x: number, y: number): void {
  const has = hasCharacter(document)
  const line = (text: string, at: number, size: number, colour: string): void => {
    const { text: shown } = printable(text, has)
    const room = SLIP_WIDTH - 16
    document.fontSize(fitting(document, shown, { size, least: 7, width: room }))
    document.fillColor(colour).text(shown, x + 8, y + at, { width: room, align: 'center', lineBreak: false })
  }
  document.lineWidth(0.5).dash(3, { space: 3 }).rect(x, y, SLIP_WIDTH, SLIP_HEIGHT).stroke(CUT).undash()
  const { _id, name, place, expiresAt } = invitation
  line(name, 8, 17, INK)
  document.image(picture, x + (SLIP_WIDTH - CODE) / 2, y + 32, { width: CODE, height: CODE })
  line(`${_id.slice(0, 3)} ${_id.slice(3)}`, 129, 18, GREEN)
  line(`${beijing(expiresAt).format('M月D日')}前用`, 153, 10, QUIET)
  line(place, 167, 9, QUIET)
}
