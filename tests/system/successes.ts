import type { Input, OperationName, Output } from '../../contract'
import { AFTER_SUCCESSES } from './after-successes'
import type { Cloud } from './cloud'
import { given, paid, uploadReceipt } from './dividend-desk'
import { IDENTITY_MORE, IDENTITY_SUCCESSES } from './identity-successes'
import { REGISTRY_SUCCESSES } from './registry-successes'
import { PLAN } from './samples'
import { newMembers, uploadTable } from './tables'
import { TRAINING_DAY_MORE, TRAINING_DAY_SUCCESSES } from './training-day-successes'
import { begunClass, offered, publishedClass } from './training-desk'

export type Outputs = { [N in OperationName]?: Output<N> }
export interface Success<N extends OperationName> {
  openid: string
  /** From what the operations before it answered. */
  input: (before: Outputs, cloud: Cloud) => Input<N> | Promise<Input<N>>
  actFor?: string
  /** Where it is not the plain one. */
  as?: string
  /** How many people or items one call is for, each with a transaction of its own. */
  each?: number
}

const CALENDAR_2027: Input<'calendar.save'> = {
  year: 2027,
  version: 0,
  holidays: [{ name: '元旦', from: '2027-01-01', until: '2027-01-01' }],
  workdays: [],
  hours: [{ from: '09:00', until: '17:00' }],
}

const previewed = (before: Outputs): { importId: string } => ({
  importId: before['import.preview']?.importId ?? 'nothing was read',
})

/** One successful call of every operation, as it happens in life, each building on those before it. */
export const SUCCESSES: { [N in OperationName]: Success<N> } = {
  'home.get': { openid: 'demo-villager', input: () => ({}) },
  'identity.me': { openid: 'demo-villager', input: () => ({}) },
  'training.list': { openid: 'demo-villager', input: () => ({}) },
  'training.get': { openid: 'demo-villager', input: () => ({ classId: 'class-open-3' }) },
  'training.enrol': { openid: 'demo-villager-9', input: () => ({ classId: 'class-open-3' }) },
  'training.myEnrolments': { openid: 'demo-villager-9', input: () => ({ when: 'coming' }) },
  'training.cancelEnrolment': { openid: 'demo-villager-9', input: () => ({ classId: 'class-open-3' }) },
  'training.save': { openid: 'demo-bureau', input: () => ({ plan: PLAN }) },
  'training.desk': { openid: 'demo-bureau', input: () => ({ show: 'past' }) },
  'training.plan': { openid: 'demo-bureau', input: (before) => ({ classId: planned(before) }) },
  'training.publish': { openid: 'demo-bureau', input: (before) => ({ classId: planned(before) }) },
  'training.changeSeats': {
    openid: 'demo-bureau',
    input: (before) => ({ classId: planned(before), seats: 12 }),
  },
  'training.closeSignUp': { openid: 'demo-bureau', input: (before) => ({ classId: planned(before) }) },
  'training.postpone': {
    openid: 'demo-bureau',
    input: (before) => ({ classId: planned(before), reason: '下大雨' }),
  },
  'training.changeTimeOrPlace': {
    openid: 'demo-bureau',
    input: async (before, cloud) => {
      const classId = planned(before)
      const { version } = await cloud.must('demo-bureau', 'training.plan', { classId })
      return { classId, version, sessions: PLAN.sessions ?? [], reason: '天晴了' }
    },
  },
  'training.cancel': {
    openid: 'demo-bureau',
    input: (before) => ({ classId: planned(before), reason: '没人报名' }),
  },
  'training.copy': { openid: 'demo-expert', input: () => ({ classId: 'class-past-2' }) },
  'training.finish': { openid: 'demo-expert', input: (_, cloud) => ({ classId: begunClass(cloud) }) },
  'training.roster': {
    openid: 'demo-bureau',
    input: () => ({ classId: 'class-past-1', state: 'attended' }),
  },
  // With a class of which one may have one a year: it costs most.
  'training.claim': {
    openid: 'demo-villager-22',
    input: async (_, cloud) => ({ classId: (await offered(cloud, { onceInYears: 1 })).classId }),
  },
  'training.offers': {
    openid: 'demo-bureau',
    input: (before) => ({ classId: before['training.claim']?.classId ?? 'nothing was claimed' }),
  },
  'training.decline': {
    openid: 'demo-villager-22',
    input: async (_, cloud) => ({ classId: (await offered(cloud)).classId }),
  },
  'training.editEnrolment': {
    openid: 'demo-villager-23',
    input: async (_, cloud) => {
      const classId = await publishedClass(cloud, { approval: true, questions: PLAN.questions })
      const answers = [{ question: 'food', value: '米饭' }]
      await cloud.must('demo-villager-23', 'training.enrol', { classId, answers })
      return { classId, answers: [{ question: 'food', value: '清真' }] }
    },
  },
  'training.decide': {
    openid: 'demo-bureau',
    input: (before) => ({
      classId: before['training.editEnrolment']?.classId ?? 'nothing was edited',
      personId: 'person-23-1',
      approve: false,
      reason: '报重了',
    }),
  },
  'training.confirmAgain': {
    openid: 'demo-villager-24',
    input: async (_, cloud) => {
      const classId = await publishedClass(cloud)
      await cloud.must('demo-villager-24', 'training.enrol', { classId })
      const sessions = PLAN.sessions ?? []
      await cloud.must('demo-bureau', 'training.changeTimeOrPlace', {
        classId,
        version: 2,
        sessions,
        reason: '换地方',
      })
      await cloud.timer()
      return { classId }
    },
  },
  ...TRAINING_DAY_SUCCESSES,
  'calendar.get': { openid: 'demo-bureau', input: () => ({ year: 2026 }) },
  'calendar.save': { openid: 'demo-bureau', input: () => CALENDAR_2027 },
  'consultation.ask': {
    openid: 'demo-villager',
    input: async (_, cloud) => ({
      subject: 'plum',
      text: '李子叶子发黄',
      photos: [await uploadReceipt(cloud, 'demo-villager')],
    }),
  },
  'consultation.mine': { openid: 'demo-villager', input: () => ({}) },
  'consultation.queue': { openid: 'demo-expert', input: () => ({}) },
  'consultation.get': { openid: 'demo-expert', input: (before) => ({ questionId: asked(before) }) },
  'consultation.answer': {
    openid: 'demo-expert',
    input: (before) => ({ questionId: asked(before), text: '先挖沟排水。' }),
  },
  'consultation.feedback': {
    openid: 'demo-villager',
    input: (before) => ({ questionId: asked(before), helped: false, text: '还是黄' }),
  },
  'dividend.mine': { openid: 'demo-villager', input: () => ({}) },
  'dividend.due': { openid: 'demo-cooperative', input: () => ({}) },
  'dividend.confirm': {
    openid: 'demo-cooperative',
    input: async (_, cloud) => ({ items: [paid('contract-1:3:dividend', await uploadReceipt(cloud))] }),
  },
  'dividend.get': { openid: 'demo-cooperative', input: () => ({ itemId: 'contract-1:3:dividend' }) },
  'dividend.dispute': {
    openid: 'demo-villager',
    input: () => ({ itemId: 'contract-1:3:dividend', text: '卡上没有' }),
  },
  'dividend.reverse': {
    openid: 'demo-cooperative',
    input: () => ({ itemId: 'contract-1:3:dividend', reason: '付给了另一户' }),
  },
  'registry.people': { openid: 'demo-informant', input: () => ({}) },
  ...REGISTRY_SUCCESSES,
  'export.people': { openid: 'demo-bureau', input: () => ({ region: '519921100200' }) },
  'export.households': { openid: 'demo-informant', input: () => ({}) },
  'export.experts': { openid: 'demo-bureau', input: () => ({ field: 'fruit' }) },
  'export.enrolments': { openid: 'demo-bureau', input: () => ({ classId: 'class-open-3' }) },
  'export.dividendItems': { openid: 'demo-cooperative', input: () => ({}) },
  'export.questions': { openid: 'demo-bureau', input: () => ({}) },
  'export.mine': { openid: 'demo-villager', input: () => ({}) },
  'export.audit': { openid: 'demo-bureau', input: () => ({ to: '2020-01-01' }) },
  ...AFTER_SUCCESSES,
  'import.template': { openid: 'demo-bureau', input: () => ({ kind: 'people' }) },
  'import.preview': {
    openid: 'demo-bureau',
    each: 6,
    input: async (_, cloud) => ({
      kind: 'people',
      fileID: await uploadTable(cloud, 'demo-bureau', 'people', newMembers(cloud, 6)),
    }),
  },
  'import.get': { openid: 'demo-bureau', input: previewed },
  'import.list': { openid: 'demo-bureau', input: () => ({}) },
  'import.confirm': { openid: 'demo-bureau', each: 6, input: previewed },
  'import.undo': { openid: 'demo-bureau', each: 6, input: previewed },
  // What a call that was cut off left to do.
  'import.proceed': {
    openid: 'demo-bureau',
    each: 6,
    input: async (before, cloud) => {
      await cloud.emulator.store.handle('database.modifyDocument', {
        collectionName: 'imports',
        query: JSON.stringify({ _id: previewed(before).importId }),
        queryType: 'DOC',
        data: JSON.stringify({ $set: { state: 'checking', next: 0 } }),
      })
      return previewed(before)
    },
  },
  'inbox.list': { openid: 'demo-villager', input: () => ({}) },
  'inbox.markRead': { openid: 'demo-villager', input: () => ({}) },
  ...IDENTITY_SUCCESSES,
  'notification.recordGrant': {
    openid: 'demo-villager',
    input: () => ({ answers: [{ kind: 'enrolled', answer: 'accept' }] }),
  },
}

/** The same for somebody else, and for several at once. */
export const MORE: { [N in OperationName]?: Success<N>[] } = {
  ...IDENTITY_MORE,
  ...TRAINING_DAY_MORE,
  'home.get': [{ as: 'a visitor', openid: 'demo-visitor', input: () => ({}) }],
  'training.get': [
    {
      as: 'with candidates',
      openid: 'demo-informant',
      input: () => ({ classId: 'class-open-2', candidates: true }),
    },
    {
      as: 'in line',
      openid: 'demo-villager-28',
      input: async (_, cloud) => {
        const classId = await publishedClass(cloud, { seats: 1 })
        await cloud.must('demo-villager-27', 'training.enrol', { classId })
        await cloud.must('demo-villager-28', 'training.enrol', { classId, wait: true })
        return { classId }
      },
    },
    {
      as: 'with an obstacle',
      openid: 'demo-villager-2',
      input: () => ({ classId: 'class-open-4' }),
    },
  ],
  'training.enrol': [
    {
      as: 'for another',
      openid: 'demo-informant',
      actFor: 'person-1-1',
      input: () => ({ classId: 'class-open-3' }),
    },
    {
      as: 'two people',
      openid: 'demo-informant',
      each: 2,
      input: () => ({ classId: 'class-open-3', people: ['person-1-2', 'person-1-3'] }),
    },
    {
      as: 'one a year',
      openid: 'demo-villager-25',
      input: async (_, cloud) => ({ classId: await publishedClass(cloud, { onceInYears: 2 }) }),
    },
    {
      as: 'in line',
      openid: 'demo-villager-26',
      input: async (_, cloud) => {
        const classId = await publishedClass(cloud, { seats: 1 })
        await cloud.must('demo-villager-27', 'training.enrol', { classId })
        return { classId, wait: true }
      },
    },
  ],
  'consultation.ask': [
    {
      as: 'for another',
      openid: 'demo-informant',
      actFor: 'person-1-1',
      input: () => ({ subject: 'pig', text: '猪不吃食', danger: true }),
    },
  ],
  'dividend.mine': [{ as: 'for another', openid: 'demo-informant', actFor: 'person-1-1', input: () => ({}) }],
  'dividend.confirm': [
    {
      as: 'two items',
      openid: 'demo-cooperative',
      each: 2,
      input: () => ({ items: [given('contract-2:3:gift'), given('contract-3:3:gift')] }),
    },
  ],
  'dividend.due': [{ as: 'the bureau', openid: 'demo-bureau', input: () => ({}) }],
}

const planned = (before: Outputs): string => before['training.save']?.classId ?? 'nothing was planned'
const asked = (before: Outputs): string => before['consultation.ask']?.questionId ?? 'nothing was asked'
