import { sayDay } from '../../../contract/time'
import { TOPIC_NAMES } from '../../words'
import type { Moment, PlanForm, SessionForm } from './form'
import type { Step } from './steps'
import { placesWords } from './tree'
import { dayWords, KIND_NAMES, PEOPLE_NAMES, QUESTION_KINDS, RULE_NAMES } from './words'

const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ')
const time = (typed: string): string => typed.replace(/^0/, '')

/** "12 月 3 日 星期四 9:00 到 17:00 · 文化站" */
export const sessionWords = ({ day, from, until, place }: SessionForm, now: number): string =>
  joined(
    day === '' ? '还没选哪一天' : `${dayWords(day, now)} ${time(from)} 到 ${time(until)}`,
    place || '还没写在哪里',
  )

const momentWords = ({ day, time: at }: Moment, now: number): string =>
  day === '' ? '' : `${sayDay(day, now)} ${time(at)}`

const named = (name: string, value: string): string => (value.trim() ? `${name}：${value}` : '')

const ABOUT = 40

const WORDS: Record<Exclude<Step, 'check'>, (form: PlanForm, now: number) => string[]> = {
  basic: ({ title, kind, topic, topicName, about, teachers }) => [
    joined(title || '还没写班名', kind && KIND_NAMES[kind], topic && TOPIC_NAMES[topic], topicName),
    named('老师', teachers.map(({ name }) => name).join('、')),
    named('讲', about.length > ABOUT ? `${about.slice(0, ABOUT)}…` : about),
  ],
  when: (form, now) => [
    ...form.sessions.map((session) => sessionWords(session, now)),
    named('怎么去', form.meet),
    named('带什么', form.bring),
    named('费用', form.costs),
    named('电话', form.contact),
    named('报名截止', momentWords(form.signUpCloses, now)),
    named('取消截止', momentWords(form.cancelCloses, now)),
  ],
  who: ({ places, people, minAge, onceInYears }) => [
    named('面向', placesWords(places)),
    joined(
      people.length > 0 ? `只给${people.map((kind) => PEOPLE_NAMES[kind]).join('、')}` : '不分什么人',
      minAge && `满 ${minAge} 岁`,
      onceInYears !== 'any' && `${onceInYears === 'one' ? '一年' : '两年'}只能上一次`,
    ),
  ],
  seats: (form, now) => [
    joined(
      `一共 ${form.seats} 个`,
      form.seatsPerVillage && `每村 ${form.seatsPerVillage} 个`,
      form.seatsPerTownship && `每乡镇 ${form.seatsPerTownship} 个`,
    ),
    ...form.reserved.map(({ name, seats }) => `${name}留 ${seats} 个`),
    named('没用完的放开', momentWords(form.release, now)),
    joined(
      form.approval ? '报名要审核' : '报名不用审核',
      RULE_NAMES[form.waitlist],
      form.waitlist !== 'none' && `空名额留 ${form.claimHours} 个工作小时`,
    ),
  ],
  ask: ({ questions }) =>
    questions.length === 0
      ? ['不另外问']
      : questions.map(({ label, kind }) => `${label || '还没写问什么'}（${QUESTION_KINDS[kind]}）`),
  files: ({ cover, materials }) => [
    joined(
      cover.length > 0 ? '有封面' : '没有封面',
      materials.length > 0 ? `资料 ${materials.length} 份` : '没有资料',
    ),
  ],
}

/** What was filled in at a step, a line each; what is empty is left out. */
export const stepWords = (step: Exclude<Step, 'check'>, form: PlanForm, now: number): string[] =>
  WORDS[step](form, now).filter(Boolean)
