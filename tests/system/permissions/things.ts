import type { Question } from '../../../cloudfunctions/areas/consultation/documents'
import { itemId, type RearingContract } from '../../../cloudfunctions/areas/dividend/documents'
import { scheduleOf } from '../../../cloudfunctions/areas/dividend/rules'
import type { Expert } from '../../../cloudfunctions/areas/expert/documents'
import type { ImportDocument } from '../../../cloudfunctions/areas/import/documents'
import type { NotificationDocument } from '../../../cloudfunctions/areas/notification/documents'
import type { CertificateDocument } from '../../../cloudfunctions/areas/training/certificate/documents'
import {
  type EnrolmentDocument,
  type TrainingClass,
  UNTOUCHED,
} from '../../../cloudfunctions/areas/training/documents'
import { placesIn } from '../../../cloudfunctions/areas/training/regions'
import type { ItemKind } from '../../../contract/dividend'
import { checkDigit } from '../../../contract/training/certificate-number'
import { COOPERATIVE, COUNTY, householdOf, NAME, personOf, RELATIONS, type Relation, VILLAGE } from './world'

const DAY = 24 * 60 * 60_000

/** A contract, its items, a question and a message of every relation's household; a class and experts. */
export function plantThings(now: Date) {
  const contracts = RELATIONS.map((relation) => contractOf(relation, now))
  return {
    rearingContracts: contracts,
    dividendItems: contracts.flatMap((contract) => scheduleOf(contract)),
    questions: RELATIONS.map((relation) => questionOf(relation, now)),
    notifications: RELATIONS.map((relation) => messageOf(relation, now)),
    enrolments: RELATIONS.map((relation) => toldOf(relation, now)),
    experts: [expert('expert-own', 'staff-expert'), expert('expert-other', 'person-nobody')],
    classes: [openClass(now), ...RELATIONS.map((relation) => draftOf(relation, now))],
    certificates: RELATIONS.map((relation) => certificateFor(relation, now)),
    imports: RELATIONS.map((relation) => importFor(relation, now)),
  }
}

/** An item of the first year of a relation's household. */
export const itemOf = (relation: Relation, kind: ItemKind = 'dividend'): string =>
  itemId(`contract-${relation}`, 1, kind)
export const questionIdOf = (relation: Relation): string => `question-${relation}`

/** Of a relation's person, for the class of their village. */
export const certificateOf = (relation: Relation): string => {
  const digits = `1000000000${RELATIONS.indexOf(relation)}`
  return digits + checkDigit(digits)
}
const certificateFor = (relation: Relation, now: Date): CertificateDocument => ({
  _id: certificateOf(relation),
  enrolmentId: `${classIdOf(relation)}:${personOf(relation)}`,
  classId: classIdOf(relation),
  personId: personOf(relation),
  name: NAME[relation],
  villageName: `${VILLAGE[relation]}村`,
  title: '修剪班',
  kind: 'class',
  from: '2026-01-05',
  until: '2026-01-05',
  days: 1,
  place: '文化站',
  region: VILLAGE[relation],
  organiser: '本县科技局',
  issuedAt: now.toISOString(),
})

/** Done, by somebody named after the village: who sees the list sees the name. */
export const importOf = (relation: Relation): string => `import-${relation}`
const importFor = (relation: Relation, now: Date): ImportDocument => ({
  _id: importOf(relation),
  kind: 'people',
  at: now.toISOString(),
  who: { openid: 'nobody', name: NAME[relation] },
  scopes: [VILLAGE[relation]],
  places: ['*', 6, 9, 12].map((digits) =>
    digits === '*' ? digits : VILLAGE[relation].slice(0, Number(digits)),
  ),
  state: 'done',
  chunks: 1,
  next: 1,
  counts: {
    ...{ rows: 1, new: 1, changed: 0, same: 0, wrong: 0 },
    ...{ written: 1, refused: 0, undone: 0, kept: 0 },
  },
  letters: {},
  notes: [],
  forgetAt: new Date(now.getTime() + DAY).toISOString(),
})

const contractOf = (relation: Relation, now: Date): RearingContract => ({
  _id: `contract-${relation}`,
  number: `DY-${relation}`,
  householdId: householdOf(relation),
  headId: personOf(relation),
  headName: NAME[relation],
  village: VILLAGE[relation],
  villageName: `${VILLAGE[relation]}村`,
  cooperativeId: relation === 'otherCoop' || relation === 'elsewhere' ? 'coop-2' : COOPERATIVE,
  cooperativeName: '社',
  companyName: '公司',
  animals: '能繁母猪 1 头',
  principalFen: 1_000_000,
  annualFen: 100_000,
  premiumFen: 21_600,
  coverFen: 20_000_000,
  startsOn: `${now.getUTCFullYear() - 2}-01-01`,
  termYears: 3,
  payBy: '12-20',
})

/** Waiting; the caller's expert has been given the one of `own`. */
const questionOf = (relation: Relation, now: Date): Question => {
  const own = relation === 'own'
  const at = new Date(now.getTime() - DAY).toISOString()
  return {
    _id: questionIdOf(relation),
    person: {
      id: personOf(relation),
      name: NAME[relation],
      village: VILLAGE[relation],
      villageName: `${VILLAGE[relation]}村`,
    },
    subject: 'plum',
    field: 'fruit',
    text: `${NAME[relation]}的李子`,
    photos: [],
    photosToCheck: false,
    danger: false,
    state: 'waiting',
    expert: {
      id: own ? 'expert-own' : 'expert-other',
      personId: own ? 'staff-expert' : 'person-nobody',
      name: '专家',
      title: '农艺师',
    },
    entries: [],
    reopened: 0,
    askedAt: at,
    updatedAt: at,
    urgency: `1:${at}`,
  }
}

const messageOf = (relation: Relation, now: Date): NotificationDocument => ({
  _id: `message-${relation}`,
  to: personOf(relation),
  title: `给${NAME[relation]}的消息`,
  text: '看一看',
  page: '/home/index',
  at: now.toISOString(),
  read: false,
  relay: { village: VILLAGE[relation], row: `class-told:${personOf(relation)}` },
  delivery: { state: 'none', attempts: 0 },
})

/** A row of a class that is no more, by which somebody has to be told the message. */
const toldOf = (relation: Relation, now: Date): EnrolmentDocument => {
  const { _id, title, text, page, at } = messageOf(relation, now)
  const until = new Date(now.getTime() + DAY).toISOString()
  return {
    _id: `class-told:${personOf(relation)}`,
    classId: 'class-told',
    personId: personOf(relation),
    personName: NAME[relation],
    village: VILLAGE[relation],
    state: 'cancelled',
    enrolledAt: at,
    title: '修剪班',
    topic: 'fruit',
    startsAt: at,
    place: '文化站',
    endsAt: at,
    meetings: [],
    relay: { village: VILLAGE[relation], at, until, message: _id, title, text, page },
  }
}

const expert = (_id: string, personId: string): Expert => ({
  _id,
  personId,
  name: '专家',
  title: '农艺师',
  region: COUNTY,
  order: `${COUNTY}/${_id}`,
  search: ['*@*'],
  photos: [],
  photosToCheck: false,
  fields: ['fruit', 'vegetable', 'herb', 'livestock'],
  crops: ['plum'],
  townships: [],
  introduction: '',
  available: true,
  open: 1,
  maxOpen: 20,
})

const openClass = (now: Date): TrainingClass => {
  const at = (days: number) => new Date(now.getTime() + days * DAY).toISOString()
  return {
    _id: 'class-open',
    title: '修剪班',
    topic: 'fruit',
    kind: 'class',
    about: '讲修剪',
    startsAt: at(10),
    endsAt: at(11),
    days: 1,
    place: '文化站',
    costs: '不收费',
    meet: '村口',
    bring: '剪刀',
    contact: '0000-1234567',
    teachers: [{ expertId: 'expert-own', personId: 'staff-expert', name: '专家', title: '农艺师' }],
    version: 1,
    sessions: [{ id: 's1', startsAt: at(10), endsAt: at(11), place: '文化站' }],
    materials: [],
    photos: [],
    photosToCheck: false,
    questions: [],
    people: [],
    approval: false,
    waitlist: 'order',
    claimHours: 8,
    // Of two counties: no bureau's alone.
    region: '',
    places: [],
    ...UNTOUCHED,
    signUpClosesAt: at(8),
    cancelClosesAt: at(9),
    openTo: [
      { code: COUNTY, name: '本县' },
      { code: '519922', name: '邻县' },
    ],
    seats: 100,
    state: 'published',
  }
}

export const classIdOf = (relation: Relation): string => `class-${relation}`

/** Planned for the village of a relation, and not published: nobody else's list has it. The expert teaches the one of `own`. */
const draftOf = (relation: Relation, now: Date): TrainingClass => {
  const village = VILLAGE[relation]
  const own = relation === 'own'
  return {
    ...openClass(now),
    _id: classIdOf(relation),
    title: `${NAME[relation]}的班`,
    teachers: [
      {
        expertId: own ? 'expert-own' : 'expert-other',
        personId: own ? 'staff-expert' : 'person-nobody',
        name: '专家',
        title: '农艺师',
      },
    ],
    openTo: [{ code: village, name: '村' }],
    region: village,
    places: placesIn(village),
    state: 'draft',
  }
}
