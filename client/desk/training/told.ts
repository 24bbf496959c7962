import type { Plan, PlanForm, QuestionForm, ReserveForm, SessionForm } from './form'

export type Problems = Record<string, string>

/** The instant of a Beijing day and time, ISO; nothing without a day. */
export const instantOf = ({ day, time }: { day: string; time: string }): string | undefined =>
  day === '' ? undefined : new Date(`${day}T${time}:00+08:00`).toISOString()

const NUMBER = '请只填数字，比如 40'

/** A whole number as somebody typed it; empty is none, anything else than digits NaN. */
const numberOf = (typed: string): number | undefined => {
  const digits = typed.trim()
  if (digits === '') return undefined
  return /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN
}

/** What could not even be sent, each beside its field as the server names it. */
export function problemsIn(form: PlanForm): Problems {
  const problems: Problems = {}
  if (!form.kind) problems.kind = '请选是哪一类'
  if (!form.topic) problems.topic = '请选讲什么'
  Object.assign(problems, sessionProblems(form.sessions), quotaProblems(form))
  const within = (field: 'minAge' | 'claimHours', least: number, most: number) => {
    const count = numberOf(form[field])
    if (count !== undefined && !(count >= least && count <= most))
      problems[field] = `请填 ${least} 到 ${most} 之间的数字`
  }
  within('minAge', 10, 90)
  within('claimHours', 1, 80)
  form.questions.forEach(({ kind, options }, n) => {
    if (kind === 'choice' && optionsOf(options).length < 2)
      problems[`questions.${n}.options`] = '请至少写两样，中间用“、”隔开'
  })
  return problems
}

export function sessionProblems(sessions: readonly SessionForm[]): Problems {
  return Object.fromEntries(
    sessions.flatMap(({ day }, n) => (day === '' ? [[`sessions.${n}.startsAt`, '请选哪一天上课']] : [])),
  )
}

export type QuotaForm = Pick<
  PlanForm,
  'seats' | 'seatsPerVillage' | 'seatsPerTownship' | 'reserved' | 'release'
>

export function quotaProblems({ reserved, ...form }: QuotaForm): Problems {
  const problems: Problems = {}
  for (const field of ['seats', 'seatsPerVillage', 'seatsPerTownship'] as const)
    if (Number.isNaN(numberOf(form[field]))) problems[field] = NUMBER
  if (form.seats.trim() === '') problems.seats = '请填一共多少个名额'
  reserved.forEach(({ seats }, n) => {
    if (!(Number(numberOf(seats)) >= 1)) problems[`reserved.${n}.seats`] = NUMBER
  })
  return problems
}

export const sessionsTold = (sessions: readonly SessionForm[]) =>
  sessions.map(({ id, day, from, until, place, point }) => ({
    ...(id ? { id } : {}),
    startsAt: instantOf({ day, time: from }) ?? '',
    endsAt: instantOf({ day, time: until }) ?? '',
    place,
    ...(point ? { point } : {}),
  }))

const reserveTold = ({ id, name, seats, people, places }: ReserveForm) => ({
  id,
  name,
  seats: numberOf(seats) ?? 0,
  ...(people ? { people } : {}),
  ...(places.length > 0 ? { regions: places.map(({ code }) => code) } : {}),
})

/** The quotas as `training.changeSeats` and a plan take them. */
export function quotasTold({ seats, seatsPerVillage, seatsPerTownship, reserved, release }: QuotaForm) {
  const [village, township, releaseAt] = [
    numberOf(seatsPerVillage),
    numberOf(seatsPerTownship),
    instantOf(release),
  ]
  return {
    seats: numberOf(seats) ?? 0,
    ...(village === undefined ? {} : { seatsPerVillage: village }),
    ...(township === undefined ? {} : { seatsPerTownship: township }),
    reserved: reserved.map(reserveTold),
    ...(releaseAt ? { releaseAt } : {}),
  }
}

/** What can be chosen, as it was typed: with 、 or a comma between. */
export const optionsOf = (typed: string): string[] =>
  typed
    .split(/[、,，;；\n]/)
    .map((each) => each.trim())
    .filter(Boolean)

const questionTold = ({ id, label, kind, options, required }: QuestionForm) => ({
  id,
  label,
  kind,
  ...(kind === 'choice' ? { options: optionsOf(options) } : {}),
  required,
})

/** The form as `training.save` takes it; only once `problemsIn` finds nothing. */
export function planOf(form: PlanForm): Plan {
  const [signUpClosesAt, cancelClosesAt, minAge] = [
    instantOf(form.signUpCloses),
    instantOf(form.cancelCloses),
    numberOf(form.minAge),
  ]
  const cover = form.cover[0]?.fileID
  return {
    title: form.title,
    topic: form.topic ?? 'other',
    ...(form.topicName.trim() ? { topicName: form.topicName } : {}),
    kind: form.kind ?? 'class',
    about: form.about,
    sessions: sessionsTold(form.sessions),
    teacherIds: form.teachers.map(({ id }) => id),
    costs: form.costs,
    meet: form.meet,
    bring: form.bring,
    contact: form.contact.trim(),
    ...(cover ? { cover } : {}),
    materials: form.materials,
    questions: form.questions.map(questionTold),
    openTo: form.places.map(({ code }) => code),
    people: form.people,
    ...(minAge === undefined ? {} : { minAge }),
    ...(form.onceInYears === 'any' ? {} : { onceInYears: form.onceInYears === 'one' ? 1 : 2 }),
    ...quotasTold(form),
    approval: form.approval,
    ...(signUpClosesAt ? { signUpClosesAt } : {}),
    ...(cancelClosesAt ? { cancelClosesAt } : {}),
    waitlist: form.waitlist,
    claimHours: numberOf(form.claimHours) ?? 8,
  }
}
