/** The four fields of the county's training, and everything else. */
export const TOPICS = ['fruit', 'vegetable', 'herb', 'livestock', 'other'] as const
export type Topic = (typeof TOPICS)[number]
export const TOPIC_NAMES: Record<Topic, string> = {
  fruit: '特色水果',
  vegetable: '绿色蔬菜',
  herb: '道地中药材',
  livestock: '生态畜禽',
  other: '综合',
}

export const CLASS_KINDS = ['class', 'lecture', 'outreach', 'skill'] as const
export type ClassKind = (typeof CLASS_KINDS)[number]
export const CLASS_KIND_NAMES: Record<ClassKind, string> = {
  class: '培训班',
  lecture: '田间大讲堂',
  outreach: '科普活动',
  skill: '技能培训',
}

/** Kinds of people a class or some of its seats can be for. Who is of which kind is shown to nobody else. */
export const PERSON_KINDS = ['assisted', 'informant', 'cooperative', 'head'] as const
export type PersonKind = (typeof PERSON_KINDS)[number]

/** What a class is at, by its stored state and by the clock. */
export const PHASES = ['draft', 'open', 'closed', 'running', 'finished', 'postponed', 'cancelled'] as const
export type Phase = (typeof PHASES)[number]

/** By what rule one stands in line, as it is shown to everybody. */
export const WAITLIST_RULES = ['none', 'order', 'priority', 'newcomers'] as const
export type WaitlistRule = (typeof WAITLIST_RULES)[number]
export const WAITLIST_RULE_WORDS: Record<WaitlistRule, string> = {
  none: '报满就不再排队',
  order: '谁先排谁先补',
  priority: '县里优先安排的农户在前，其余谁先排谁先补',
  newcomers: '今年还没上过课的在前，其余谁先排谁先补',
}

/** Whether I can still get in, as seen from my village. */
export const SEAT_STATES = ['open', 'villageFull', 'full', 'closed', 'finished'] as const

/** What can become of an enrolment. The first six are alive: seated, waiting, or behind us. */
export const ENROLMENT_STATES = [
  'enrolled',
  'attended',
  'absent',
  'pending',
  'waiting',
  'offered',
  'cancelled',
  'declined',
  'lapsed',
  'refused',
] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]

/** How somebody was found to be there: they scanned the teacher's code; were ticked; their own code was scanned; came unannounced. */
export const CHECK_IN_HOWS = ['code', 'tick', 'personalCode', 'walkIn'] as const
export type CheckInHow = (typeof CHECK_IN_HOWS)[number]
/** `toConfirm`: a scan that came too late to count by itself; the teacher says. */
export const CHECK_IN_STATES = ['present', 'toConfirm', 'absent'] as const
export type CheckInState = (typeof CHECK_IN_STATES)[number]

/** What people have relied on since a class was published: changed only by operations that tell them. */
export const FIXED_FIELDS = [
  'kind',
  'sessions',
  'openTo',
  'people',
  'minAge',
  'onceInYears',
  'seats',
  'seatsPerVillage',
  'seatsPerTownship',
  'reserved',
  'releaseAt',
  'approval',
  'signUpClosesAt',
  'cancelClosesAt',
  'waitlist',
] as const
