import type { Problems } from './told'

/** The steps of planning, in order. */
export const STEPS = ['basic', 'when', 'who', 'seats', 'ask', 'files', 'check'] as const
export type Step = (typeof STEPS)[number]
export const STEP_NAMES: Record<Step, string> = {
  basic: '基本情况',
  when: '时间地点',
  who: '谁能来',
  seats: '名额',
  ask: '报名要问的',
  files: '资料和封面',
  check: '检查发布',
}

/** Which step asks for what, by the first part of the field's name. */
const FIELDS: Record<Step, readonly string[]> = {
  basic: ['title', 'kind', 'topic', 'topicName', 'about', 'teacherIds'],
  when: ['sessions', 'costs', 'meet', 'bring', 'contact', 'signUpClosesAt', 'cancelClosesAt'],
  who: ['openTo', 'people', 'minAge', 'onceInYears'],
  seats: [
    'seats',
    'seatsPerVillage',
    'seatsPerTownship',
    'reserved',
    'releaseAt',
    'approval',
    'waitlist',
    'claimHours',
  ],
  ask: ['questions'],
  files: ['cover', 'materials'],
  check: [],
}

/** Of a class that was published: who may come and how many is changed elsewhere, or not at all. */
export const FREE_STEPS: readonly Step[] = ['basic', 'when', 'ask', 'files', 'check']
export const stepsOf = (draft: boolean): readonly Step[] => (draft ? STEPS : FREE_STEPS)

/** The sentences of a step, in the order of its fields. */
export const problemsOf = (step: Step, problems: Problems): string[] =>
  FIELDS[step].flatMap((field) =>
    Object.entries(problems).flatMap(([name, sentence]) =>
      name === field || name.startsWith(`${field}.`) ? [sentence] : [],
    ),
  )

/** Where to go to see what is wrong: the step one is at, if something is wrong there, else the first. */
export const stepWith = (problems: Problems, at: Step): Step | undefined =>
  [at, ...STEPS].find((step) => problemsOf(step, problems).length > 0)

/** The server names fields of a plan with `plan.` in front, and those it lacks without. */
export const plainNames = (fields: Problems): Problems =>
  Object.fromEntries(Object.entries(fields).map(([name, said]) => [name.replace(/^plan\./, ''), said]))
