import type { Output } from '../../../contract'
import { beijing, sayDay, sayTime } from '../../../contract/time'
import type { ClassKind, EnrolmentState, PersonKind, Phase, WaitlistRule } from '../../../contract/training'
import type { StatusKind } from '../../components'

export type DeskClass = Output<'training.desk'>['classes'][number]
export type RosterRow = Output<'training.roster'>['people'][number]
export type Question = Output<'training.roster'>['questions'][number]
export type Offer = Output<'training.offers'>['offers'][number]

// The contract has some of these beside its schemas; words.test.ts holds the two together.
export const KIND_NAMES: Record<ClassKind, string> = {
  class: '培训班',
  lecture: '田间大讲堂',
  outreach: '科普活动',
  skill: '技能培训',
}
export const PEOPLE_NAMES: Record<PersonKind, string> = {
  assisted: '帮扶户',
  head: '户主',
  informant: '信息员',
  cooperative: '合作社的人',
}
export const RULE_NAMES: Record<WaitlistRule, string> = {
  none: '报满就不再排队',
  order: '谁先排谁先补',
  priority: '帮扶户在前，其余谁先排谁先补',
  newcomers: '今年还没上过课的在前，其余谁先排谁先补',
}
export const QUESTION_KINDS: Record<Question['kind'], string> = {
  choice: '几样里选一样',
  yesNo: '是不是',
  number: '填数字',
  text: '写几个字',
}

/** What a class is at, in words and colour. */
export const PHASES: Record<Phase, { kind: StatusKind; words: string }> = {
  draft: { kind: 'plain', words: '草稿，还没发布' },
  open: { kind: 'done', words: '正在报名' },
  closed: { kind: 'waiting', words: '报名截止了' },
  running: { kind: 'news', words: '正在上课' },
  finished: { kind: 'plain', words: '办完了' },
  postponed: { kind: 'waiting', words: '推迟了，等定时间' },
  cancelled: { kind: 'urgent', words: '取消了' },
}

/** A class that is over by its dates, and nobody has said so: the one thing left to do is to close it. */
export const phaseWords = (phase: Phase, toFinish: boolean): { kind: StatusKind; words: string } =>
  phase === 'finished' && toFinish ? { kind: 'waiting', words: '上完了，请结课' } : PHASES[phase]

const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** "3 月 5 日 9:00 · 青石乡文化站" */
export const whenAndWhere = (
  { startsAt, place }: Pick<DeskClass, 'startsAt' | 'place'>,
  now: number,
): string => joined(startsAt ? sayTime(startsAt, now) : '时间还没定', place)

/** "报了 12 人，共 40 个名额 · 排队 3 人 · 留着 1 个名额等回话" */
export const fullWords = ({ seats, taken, held, waiting }: DeskClass['counts']): string =>
  joined(
    `报了 ${taken} 人，共 ${seats} 个名额`,
    waiting > 0 && `排队 ${waiting} 人`,
    held > 0 && `留着 ${held} 个名额等回话`,
  )

/** Everybody a change is told to: who has a seat, is offered one, or waits. */
export const reached = ({ taken, held, waiting }: DeskClass['counts']): number => taken + held + waiting

export const toldWords = (counts: DeskClass['counts']): string =>
  reached(counts) === 0
    ? '还没有人报名，不用通知谁。'
    : `会通知 ${reached(counts)} 人${counts.waiting > 0 ? `（排队的 ${counts.waiting} 人也在里面）` : ''}。`

const WEEKDAYS = '日一二三四五六'
/** "12 月 3 日 星期四" */
export const dayWords = (day: string, now: number): string =>
  `${sayDay(day, now)} 星期${WEEKDAYS[beijing(`${day}T00:00:00+08:00`).day()]}`

export const STATE_NAMES: Record<EnrolmentState, string> = {
  enrolled: '报上的',
  pending: '等审核的',
  waiting: '排队的',
  offered: '等回话的',
  attended: '来上课的',
  absent: '没来的',
  cancelled: '自己取消的',
  refused: '没通过的',
  declined: '不要名额的',
  lapsed: '过期的',
}

/** "住不住：要住" for each answer; a question that is gone since is left out. */
export const answerLines = (answers: RosterRow['answers'], questions: readonly Question[]): string[] =>
  questions.flatMap(({ id, label }) => {
    const given = answers.find(({ question }) => question === id)
    if (!given) return []
    const { value } = given
    return `${label}：${typeof value === 'boolean' ? (value ? '是' : '不是') : value}`
  })

/** "李家湾村 · 信息员仁青拉姆代报 · 11 月 20 日 10:12" */
export const whoWords = ({ villageName, by, enrolledAt }: RosterRow, now: number): string =>
  joined(villageName, by && `${by}代报`, sayTime(enrolledAt, now))

export const OUTCOMES: Record<NonNullable<Offer['outcome']> | 'open', { kind: StatusKind; words: string }> = {
  open: { kind: 'waiting', words: '等回话' },
  claimed: { kind: 'done', words: '要了' },
  declined: { kind: 'plain', words: '不要' },
  expired: { kind: 'plain', words: '没回话，过期了' },
  withdrawn: { kind: 'plain', words: '收回了' },
}

/** Why a seat went to them. */
export const becauseWords = ({ because, villageName }: Offer): string =>
  because === 'village' ? `空出来的是${villageName}的名额，先给本村排队的` : '按排队的先后轮到'

type Over = Output<'training.changeSeats'>['over'][number]
/** "全班：写的是 2 个，已经用了 3 个。最后报上的是张三。" */
export const overWords = ({ name, limit, used, people }: Over): string =>
  `${name}：写的是 ${limit} 个，已经用了 ${used} 个。${
    people.length > 0 ? `最后报上的是${people.map((each) => each.name).join('、')}。` : ''
  }`

/** Why a class is put off or called off, as it usually is. */
export const STOPS = {
  postpone: {
    title: '推迟这个班',
    button: '推迟，通知大家',
    after: '报了名的、排队的都还算数。定好新时间以后，会再问他们来不来。',
    reasons: ['下大雨，路不好走', '老师来不了', '场地用不了'],
    ask: '推迟这个班？',
    done: '已推迟',
  },
  cancel: {
    title: '取消这个班',
    button: '取消，通知大家',
    after: '报了名的都退掉，可以去报别的班。取消了不能再恢复，要办就照着再办一个。',
    reasons: ['报名的人太少', '老师来不了', '和别的安排冲突'],
    ask: '取消这个班？',
    done: '已取消',
  },
} as const
export type Stop = keyof typeof STOPS
