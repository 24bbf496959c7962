import { CHANGED, OFFERED, OFFERED_TOO } from '../../scripts/screens/learner-scene'
import type { Action } from './actions'
import { saysYes } from './journey'
import { textOf } from './phone/tree'

/** What a villager and an informant do about classes. */
export const LEARNER_ACTIONS: Action[] = [
  {
    name: 'sign up',
    operation: 'training.enrol',
    openid: 'demo-villager',
    address: 'training/class/index?id=class-open-3',
    press: '报名',
  },
  {
    name: 'sign off',
    operation: 'training.cancelEnrolment',
    openid: 'demo-villager',
    address: 'training/class/index?id=class-open-3',
    press: '去不了，取消报名',
  },
  {
    name: 'stand in line',
    operation: 'training.enrol',
    openid: 'demo-villager-45',
    address: ({ learner }) => `training/class/index?id=${learner.full}`,
    press: '排队等名额',
  },
  {
    name: 'leave the line',
    operation: 'training.cancelEnrolment',
    openid: 'demo-villager-45',
    address: ({ learner }) => `training/class/index?id=${learner.full}`,
    press: '不排了',
  },
  {
    name: 'sign up with answers',
    operation: 'training.enrol',
    openid: 'demo-villager-46',
    address: ({ learner }) => `training/answers/index?id=${learner.asking}`,
    prepare: async (phone) => {
      await phone.tap('清真')
      await phone.tap('不是')
    },
    press: '报名',
  },
  {
    name: 'change answers',
    operation: 'training.editEnrolment',
    openid: 'demo-villager',
    address: ({ learner }) => `training/answers/index?id=${learner.pending}&edit=1`,
    prepare: (phone) => phone.tap('吃素'),
    press: '改好了，交上去',
  },
  {
    name: 'take an offered seat',
    operation: 'training.claim',
    openid: OFFERED,
    address: ({ learner }) => `training/class/index?id=${learner.offered}`,
    press: '我要去',
  },
  {
    name: 'leave an offered seat to others',
    operation: 'training.decline',
    openid: OFFERED_TOO,
    address: ({ learner }) => `training/class/index?id=${learner.offered}`,
    prepare: saysYes,
    press: '让给别人',
  },
  {
    name: 'still coming',
    operation: 'training.confirmAgain',
    openid: CHANGED,
    address: ({ learner }) => `training/class/index?id=${learner.changed}`,
    press: '我还来',
  },
  {
    name: 'sign up three people',
    operation: 'training.enrol',
    openid: 'demo-informant',
    address: 'desk/informant/enrol/index?id=class-open-3',
    prepare: async (phone) => {
      const free = phone.find('.candidate').filter((row) => !textOf(row).includes('已报名'))
      for (const row of free.slice(0, 3)) await phone.tap(row)
    },
    press: '给 3 人报名',
  },
]
