import { beijing, dayOf, sayDay } from '../../contract/time'

/** "12 月 3 日 9:00 到 17:00"; of a meeting that lasts for days, both of them. */
export function sessionWords(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  now: number,
): string {
  const from = `${sayDay(dayOf(startsAt), now)} ${beijing(startsAt).format('H:mm')}`
  const until = beijing(endsAt).format('H:mm')
  return dayOf(startsAt) === dayOf(endsAt)
    ? `${from} 到 ${until}`
    : `${from} 到 ${sayDay(dayOf(endsAt), now)} ${until}`
}
