import { locale, t } from './i18n.mjs'

const format = (options) => (at) =>
  new Date(at).toLocaleString(locale(), { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options })

/** Beijing's time, as the cloud's timers have it. */
export const timeOfDay = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
export const dayAndTime = format({
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
export const fullDay = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })

export const milliseconds = (ms) =>
  ms < 1000 ? `${Math.round(ms * 10) / 10} ms` : `${(ms / 1000).toFixed(1)} s`

const UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1000],
]

/** The two greatest units of a span: 2 days 3 hours. */
export function span(ms) {
  const parts = []
  let left = Math.round(Math.abs(ms) / 1000) * 1000
  for (const [unit, size] of UNITS) {
    const n = Math.floor(left / size)
    left -= n * size
    if (n > 0) parts.push(t(unit, { n }))
  }
  return parts.slice(0, 2).join(' ') || t('seconds', { n: 0 })
}
