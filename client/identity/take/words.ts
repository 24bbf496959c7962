import type { Output } from '../../../contract'
import { formatYuan } from '../../../contract/money'
import { sayDate, sayDay } from '../../../contract/time'
import { factsOf } from '../about/words'

export type Taken = Output<'identity.takeAlong'>
export interface Section {
  title: string
  lines: string[]
}

/** Everything as somebody reads it, part by part; a part with nothing in it says so. */
export function sectionsOf(taken: Taken, now: number): Section[] {
  const { me, enrolments, questions, dividends, messages } = taken
  return [
    { title: '登记的', lines: factsOf(me, now).map(({ name, value }) => `${name}：${value}`) },
    {
      title: '报过的班',
      lines: enrolments.map(
        ({ title, startsAt, place, state }) => `${sayDate(startsAt, now)} ${title}，${place}，${state}`,
      ),
    },
    {
      title: '问过的',
      lines: questions.flatMap(({ askedAt, text, state, entries }) => [
        `${sayDate(askedAt, now)} 问：${text}（${state}）`,
        ...entries.map((entry) => `　${sayDate(entry.at, now)} ${entry.by}：${entry.text}`),
      ]),
    },
    {
      title: '分红',
      lines: dividends.map(
        ({ dueOn, kind, amountFen, state }) =>
          `${sayDay(dueOn, now)} ${kind} ${formatYuan(amountFen)}，${state}`,
      ),
    },
    {
      title: '消息',
      lines: messages.map(({ at, title, text }) => `${sayDate(at, now)} ${title}：${text}`),
    },
  ].map((section) => (section.lines.length > 0 ? section : { ...section, lines: ['没有'] }))
}

/** The same as one text, to be kept wherever somebody likes. */
export const textOf = (sections: readonly Section[]): string =>
  sections.map(({ title, lines }) => `【${title}】\n${lines.join('\n')}`).join('\n\n')
