import type { Input, Output } from '../../../../contract'
import { sayDay } from '../../../../contract/time'

/** A year as it is filled in. */
export type YearForm = Pick<Input<'calendar.save'>, 'holidays' | 'workdays' | 'hours'>

export const formOf = ({ holidays, workdays, hours }: Output<'calendar.get'>): YearForm => ({
  holidays,
  workdays,
  hours,
})

/** What is missing before it can be sent, by the server's names. */
export function problemsIn({ holidays, workdays, hours }: YearForm): Record<string, string> {
  const problems: Record<string, string> = {}
  holidays.forEach(({ name, from, until }, n) => {
    if (name.trim() === '') problems[`holidays.${n}.name`] = '请写节日的名字'
    if (from === '') problems[`holidays.${n}.from`] = '请选第一天'
    if (until === '') problems[`holidays.${n}.until`] = '请选最后一天'
  })
  workdays.forEach((day, n) => {
    if (day === '') problems[`workdays.${n}`] = '请选哪一天'
  })
  if (hours.length === 0) problems.hours = '请写上班时间'
  return problems
}

/** "国庆节：10 月 1 日到 10 月 7 日" */
export const holidayWords = ({ name, from, until }: YearForm['holidays'][number], now: number): string =>
  `${name}：${sayDay(from, now)}${from === until ? '' : `到 ${sayDay(until, now)}`}`
