import { type EnrolmentDocument, type TrainingClass, UNTOUCHED } from './documents'

// A class and a row as the tests of rules need them.

export const A = '519921100200'
export const B = '519921101201'
export const NOW = new Date('2026-11-24T00:00:00Z')

export const training = (some: Partial<TrainingClass> = {}): TrainingClass => ({
  ...UNTOUCHED,
  _id: 'class-1',
  version: 1,
  title: '修剪班',
  topic: 'fruit',
  kind: 'class',
  about: '讲修剪',
  sessions: [
    { id: 's1', startsAt: '2026-12-02T01:00:00.000Z', endsAt: '2026-12-02T09:00:00.000Z', place: '文化站' },
  ],
  startsAt: '2026-12-02T01:00:00.000Z',
  endsAt: '2026-12-02T09:00:00.000Z',
  days: 1,
  place: '文化站',
  costs: '不收费',
  meet: '村口',
  bring: '剪刀',
  contact: '0000-1234567',
  teachers: [{ expertId: 'expert-1', personId: 'person-expert-1', name: '李老师', title: '农艺师' }],
  materials: [],
  photos: [],
  photosToCheck: false,
  questions: [],
  openTo: [{ code: '519921', name: '云岭县' }],
  region: '519921',
  places: ['519921'],
  people: [],
  approval: false,
  waitlist: 'order',
  claimHours: 8,
  signUpClosesAt: '2026-11-30T00:00:00.000Z',
  cancelClosesAt: '2026-12-01T00:00:00.000Z',
  seats: 4,
  state: 'published',
  ...some,
})

export const row = (some: Partial<EnrolmentDocument> = {}): EnrolmentDocument => ({
  _id: 'class-0:person-1',
  classId: 'class-0',
  personId: 'person-1',
  personName: '王秀英',
  village: A,
  state: 'enrolled',
  enrolledAt: '2026-01-01T00:00:00.000Z',
  title: '果树班',
  topic: 'fruit',
  kind: 'class',
  startsAt: '2026-03-01T01:00:00.000Z',
  place: '文化站',
  endsAt: '2026-03-01T09:00:00.000Z',
  meetings: [{ startsAt: '2026-03-01T01:00:00.000Z', endsAt: '2026-03-01T09:00:00.000Z', place: '文化站' }],
  ...some,
})
