import type { CalendarEvent } from './phone-type'

const stamp = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** Lines of at most 75 bytes, as RFC 5545 wants them; no character is broken in two. */
function folded(line: string): string {
  const lines = ['']
  let room = 73
  for (const character of line) {
    const bytes = new TextEncoder().encode(character).length
    if (bytes > room) {
      lines.push('')
      room = 72
    }
    lines[lines.length - 1] += character
    room -= bytes
  }
  return lines.join('\r\n ')
}

/** A calendar file (RFC 5545) with one event and a reminder the evening before. */
export const calendarFile = ({ title, startsAt, endsAt, place, notes }: CalendarEvent): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kejizhunong//training//ZH',
    'BEGIN:VEVENT',
    `UID:${stamp(startsAt)}-${encodeURIComponent(title).slice(0, 60)}@kejizhunong`,
    `DTSTAMP:${stamp(startsAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(notes)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT14H',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
