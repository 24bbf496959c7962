import type { Output } from '../../../contract'
import { dayOf, sayDate } from '../../../contract/time'
import { sayDays } from '../../words'
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

/** More sessions, or places, than these are not all named. */
const NAMED = 6

/** When and where: of several sessions each, with its place where they are not all at one. */
function sessionLines({ sessions, days, place, endsAt, startsAt }: Notice, now: number) {
  const several = sessions.length > 1
  const places = new Set(sessions.map((session) => session.place))
  const until = dayOf(startsAt) === dayOf(endsAt) ? '' : ` 到 ${sayDate(endsAt, now)}`
  const each = sessions.slice(0, NAMED).map((session, n) => ({
    name: `第${n + 1}次`,
    text: `${sayDate(session.startsAt, now)}${places.size > 1 ? `，${session.place}` : ''}`,
  }))
  const rest = sessions.length - NAMED
  return [
    {
      name: '时间',
      text: several
        ? `一共 ${sessions.length} 次课`
        : `${sayDate(startsAt, now)}${until}（${sayDays(days)}）`,
    },
    ...(several ? each : []),
    { name: '', text: rest > 0 ? `还有 ${rest} 次，扫码看` : '' },
    { name: '地点', text: places.size > 1 ? '' : place },
  ]
}

/** What to bring, behind 要带: it is not said twice. */
const broughtWords = (bring: string): string => bring.replace(/^请?自?带上?(?=.)/, '').trim()

/** The lines of a notice: what one asks first, then the rest; what nobody wrote is not there. */
export function noticeLines(notice: Notice, now: number): { name: string; text: string }[] {
  const { teachers, costs, meet, bring, openTo, minAge, signUpClosesAt } = notice
  const places =
    openTo.length > NAMED
      ? `${openTo.slice(0, NAMED).join('、')}等 ${openTo.length} 个地方`
      : openTo.join('、')
  const lines = [
    ...sessionLines(notice, now),
    { name: '老师', text: teachers.join('、') },
    { name: '面向', text: `${places || '全县'}${minAge ? `，满 ${minAge} 岁` : ''}` },
    { name: '费用', text: costs },
    { name: '集合', text: meet },
    { name: '要带', text: broughtWords(bring) },
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
