import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '../../../contract/training/plan'
import { FIXED_FIELDS } from '../../../contract/training/words'
import { dateFaults } from './dates'
import type { TrainingClass } from './documents'

/** What is wrong with a plan, whether or not it is finished: a sentence by field. */
export function planFaults(plan: Plan): Record<string, string> {
  const faults = dateFaults(plan)
  const { seats, seatsPerVillage = 1, seatsPerTownship = 1, reserved, questions } = plan
  if (seatsPerVillage > seats) faults.seatsPerVillage = '每个村的名额不能比全班多'
  if (seatsPerTownship > seats) faults.seatsPerTownship = '每个乡的名额不能比全班多'
  if (reserved.reduce((sum, each) => sum + each.seats, 0) > seats)
    faults.reserved = '预留的名额加起来比全班多'
  reserved.forEach(({ people, regions }, n) => {
    if (people === undefined && regions === undefined)
      faults[`reserved.${n}.people`] = '请选留给什么人或者哪些地方'
  })
  if (new Set(reserved.map(({ id }) => id)).size < reserved.length) faults.reserved = '预留的名额写重了'
  questions.forEach(({ kind, options }, n) => {
    if (options && new Set(options).size < options.length)
      faults[`questions.${n}.options`] = '选项写重了，请删掉一个'
    if ((kind === 'choice') !== (options !== undefined))
      faults[`questions.${n}.options`] = kind === 'choice' ? '请写可以选什么' : '这种问题没有选项'
  })
  if (new Set(questions.map(({ id }) => id)).size < questions.length) faults.questions = '问题写重了'
  return Object.fromEntries(Object.entries(faults).map(([field, sentence]) => [`plan.${field}`, sentence]))
}

/** What a class lacks to be published: a sentence by field. */
export function missingIn(training: TrainingClass, now: Date): Record<string, string> {
  const missing: Record<string, string> = {}
  const need = (field: string, there: boolean, sentence: string) => {
    if (!there) missing[field] = sentence
  }
  need('sessions', training.sessions.length > 0, '请写什么时候、在哪里上课')
  need('about', training.about !== '', '请写讲什么')
  need('teacherIds', training.teachers.length > 0, '请选老师')
  need('meet', training.meet !== '', '请写怎么去、在哪里集合')
  need('bring', training.bring !== '', '请写要带什么，不用带就写“不用带东西”')
  need('costs', training.costs !== '', '请写收不收费、管不管饭')
  need('contact', training.contact !== '', '请写有事打哪个电话')
  const at = now.toISOString()
  need('signUpClosesAt', training.signUpClosesAt > at, '请写报名截止的时间，要在以后')
  need('cancelClosesAt', training.cancelClosesAt !== '', '请写最晚什么时候能取消')
  return missing
}

/** The fields of `FIXED_FIELDS` in which two versions of a class differ. */
export function fixedChanges(before: TrainingClass, after: TrainingClass): string[] {
  const planned = (training: TrainingClass, field: (typeof FIXED_FIELDS)[number]): unknown =>
    field === 'openTo'
      ? training.openTo.map(({ code }) => code).sort()
      : (training[field] ?? (field === 'reserved' ? [] : undefined))
  // Through JSON, which leaves out what is undefined, as the database does.
  const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))
  return FIXED_FIELDS.filter(
    (field) => !isDeepStrictEqual(stored(planned(before, field)), stored(planned(after, field))),
  )
}
