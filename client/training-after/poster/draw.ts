import type { Output } from '../../../contract'
import { sayDate } from '../../../contract/time'
import { sayDates, sayDays } from '../../words'
import { paragraph } from '../lines'
import type { Drawing, Pen } from '../picture-type'

type Notice = Output<'training.classCode'>

/** The shape of a sheet of A4 upright. */
const [WIDTH, HEIGHT] = [1080, 1528]
const [GREEN, TINT, INK, QUIET] = ['#14603A', '#E3F2E8', '#1E2A24', '#55615A']
const [LEFT, LINE] = [84, WIDTH - 168]
const SIZES = [56, 50, 44, 40, 36, 30]
const LEADING = 1.6
const HAND = '"PingFang SC", "Noto Sans SC", sans-serif'

/** The lines of a notice: what one asks first, then the rest; what nobody wrote is not there. */
export function noticeLines(notice: Notice, now: number): { name: string; text: string }[] {
  const { startsAt, endsAt, days, place, teachers, costs, meet, bring, openTo, signUpClosesAt } = notice
  const lines = [
    { name: '时间', text: `${sayDates(startsAt, endsAt, now)}（${sayDays(days)}）` },
    { name: '地点', text: place },
    { name: '老师', text: teachers.join('、') },
    { name: '面向', text: openTo.length > 6 ? `${openTo.slice(0, 6).join('、')}等` : openTo.join('、') },
    { name: '费用', text: costs },
    { name: '集合', text: meet },
    { name: '要带', text: bring },
    { name: '报名', text: `${sayDate(signUpClosesAt, now)} 以前` },
  ]
  return lines.filter(({ text }) => text !== '')
}

/** The village's notice, to print and to send on, with the code that opens the class. */
export const posterDrawing = (notice: Notice, now: number): Drawing => ({
  width: WIDTH,
  height: HEIGHT,
  async draw(pen, load) {
    const code = await load(notice.picture)
    const write = writer(pen)
    pen.textBaseline = 'top'
    pen.fillStyle = '#FFFFFF'
    pen.fillRect(0, 0, WIDTH, HEIGHT)
    pen.fillStyle = GREEN
    pen.fillRect(0, 0, WIDTH, 190)
    pen.textAlign = 'center'
    write('培训通知', WIDTH / 2, 52, 84, '#FFFFFF', true)
    pen.textAlign = 'left'
    let y = 236
    pen.font = `bold 64px ${HAND}`
    for (const line of paragraph(notice.title, LINE, (text) => pen.measureText(text).width)) {
      write(line, LEFT, y, 64, GREEN, true)
      y += 84
    }
    y += 24
    const foot = HEIGHT - 400
    const { size, lines } = fitting(pen, noticeLines(notice, now), foot - 60 - y)
    for (const { name, parts } of lines) {
      write(name, LEFT, y, size, QUIET)
      for (const part of parts) {
        write(part, LEFT + size * 3, y, size, INK)
        y += size * LEADING
      }
    }
    pen.fillStyle = TINT
    pen.fillRect(0, foot - 24, WIDTH, 424)
    pen.drawImage(code, LEFT, foot, 340, 340)
    write('微信扫一扫', LEFT + 390, foot + 62, 52, GREEN, true)
    write('看这个班、报名', LEFT + 390, foot + 136, 44, INK)
    write('没有微信的，请找本村信息员', LEFT + 390, foot + 210, 34, QUIET)
    if (notice.contact) write(`电话 ${notice.contact}`, LEFT + 390, foot + 262, 34, QUIET)
  },
})

/** A notice is read from some way off: as large as fits above the code. */
function fitting(pen: Pen, lines: ReturnType<typeof noticeLines>, room: number) {
  const tries = SIZES.map((size) => {
    pen.font = `${size}px ${HAND}`
    const broken = lines.map(({ name, text }) => ({
      name,
      parts: paragraph(text, LINE - size * 3, (part) => pen.measureText(part).width),
    }))
    const height = broken.reduce((sum, { parts }) => sum + parts.length, 0) * size * LEADING
    return { size, lines: broken, height }
  })
  return tries.find(({ height }) => height <= room) ?? tries.at(-1)!
}

const writer =
  (pen: Pen) =>
  (text: string, x: number, y: number, size: number, color: string, bold = false) => {
    pen.font = `${bold ? 'bold ' : ''}${size}px ${HAND}`
    pen.fillStyle = color
    pen.fillText(text, x, y)
  }
