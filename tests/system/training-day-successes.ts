import type { OperationName } from '../../contract'
import type { Success } from './successes'
import { codeNow, entryFor, personOf, todaysClass } from './training-day'

type Day =
  | 'training.checkInCode'
  | 'training.checkIn'
  | 'training.myCode'
  | 'training.attendanceSheet'
  | 'training.findWalkIn'
  | 'training.recordAttendance'
  | 'training.record'
  | 'training.counts'
  | 'training.countRows'
  | 'training.setTarget'
  | 'training.tellOthers'
  | 'training.toldOthers'

const THIS_YEAR = new Date().getUTCFullYear()

/** The day of a class, as it happens. */
export const TRAINING_DAY_SUCCESSES: { [N in Day]: Success<N> } = {
  'training.checkInCode': {
    openid: 'demo-expert',
    input: async (_, cloud) => ({ classId: await todaysClass(cloud), session: 's1' }),
  },
  'training.checkIn': {
    openid: 'demo-villager-31',
    input: async (_, cloud) => {
      const classId = await todaysClass(cloud, { households: [31] })
      return { classId, session: 's1', code: await codeNow(cloud, classId) }
    },
  },
  'training.myCode': {
    openid: 'demo-villager-31',
    input: (before) => ({ classId: before['training.checkIn']?.classId ?? 'nobody checked in' }),
  },
  'training.attendanceSheet': {
    openid: 'demo-bureau',
    input: (before) => ({
      classId: before['training.checkIn']?.classId ?? 'nobody checked in',
      session: 's1',
    }),
  },
  'training.findWalkIn': {
    openid: 'demo-expert',
    input: (before) => ({
      classId: before['training.checkIn']?.classId ?? 'nobody checked in',
      name: '王秀英',
    }),
  },
  'training.recordAttendance': {
    openid: 'demo-expert',
    input: async (_, cloud) => ({
      classId: await todaysClass(cloud, { households: [32] }),
      session: 's1',
      entries: [entryFor(personOf(32))],
    }),
  },
  'training.record': { openid: 'demo-bureau', input: () => ({ personId: 'person-1-2' }) },
  'training.counts': { openid: 'demo-bureau', input: () => ({ year: THIS_YEAR, by: 'village' }) },
  'training.countRows': {
    openid: 'demo-bureau',
    input: (before) => ({
      year: THIS_YEAR,
      by: 'village',
      key: before['training.counts']?.lines[0]?.key ?? 'nothing was counted',
    }),
  },
  'training.tellOthers': {
    openid: 'demo-informant',
    input: async (_, cloud) => {
      // Somebody of the first household who has no account.
      await cloud.must(
        'demo-informant',
        'training.enrol',
        { classId: await todaysClass(cloud) },
        'person-1-3',
      )
      return {}
    },
  },
  'training.toldOthers': {
    openid: 'demo-informant',
    input: (before) => ({ ids: [before['training.tellOthers']?.messages[0]?.id ?? 'nobody is to be told'] }),
  },
  'training.setTarget': { openid: 'demo-bureau', input: () => ({ year: THIS_YEAR, attendances: 7000 }) },
}

export const TRAINING_DAY_MORE: { [N in OperationName]?: Success<N>[] } = {
  'training.recordAttendance': [
    {
      as: 'a walk-in, one a year',
      openid: 'demo-bureau',
      // The people who walked in are read together, as in any bulk work.
      each: 2,
      input: async (_, cloud) => ({
        classId: await todaysClass(cloud, { onceInYears: 1, kind: 'outreach' }),
        session: 's1',
        entries: [entryFor(personOf(33), { how: 'walkIn' }), entryFor(personOf(34), { how: 'walkIn' })],
      }),
    },
  ],
}
