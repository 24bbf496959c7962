import type { Action } from './actions'
import { saysYes } from './journey'

const BUREAU = { openid: 'demo-bureau' }
const DESK = 'desk/training'

/** What planning a class sends: the bureau, and where it is theirs a teacher. Some need what one before has done. */
export const TRAINING_ACTIONS: Action[] = [
  {
    ...BUREAU,
    name: 'begin a class',
    operation: 'training.save',
    address: `${DESK}/edit/index`,
    prepare: async (phone) => {
      await phone.type('#class-title', '果园机械班')
      await phone.tap('技能培训')
      await phone.tap('特色水果')
    },
    press: '下一步：时间地点',
  },
  {
    ...BUREAU,
    name: 'go on with a draft',
    operation: 'training.save',
    address: ({ planning }) => `${DESK}/edit/index?id=${planning.draft}&step=seats`,
    prepare: (phone) => phone.type('#seats-village', '2'),
    press: '下一步：报名要问的',
  },
  {
    ...BUREAU,
    name: 'publish a class',
    operation: 'training.publish',
    address: ({ planning }) => `${DESK}/edit/index?id=${planning.acts.publish}`,
    press: '发布，让大家报名',
  },
  {
    ...BUREAU,
    name: 'close sign-up',
    operation: 'training.closeSignUp',
    address: ({ planning }) => `${DESK}/class/index?id=${planning.acts.close}`,
    prepare: saysYes,
    press: '提前停止报名',
  },
  {
    ...BUREAU,
    name: 'open sign-up again',
    operation: 'training.publish',
    address: ({ planning }) => `${DESK}/class/index?id=${planning.acts.close}`,
    press: '重新开放报名',
  },
  {
    openid: 'demo-expert',
    name: 'put a class off',
    operation: 'training.postpone',
    address: ({ planning }) => `${DESK}/stop/index?id=${planning.acts.postpone}&what=postpone`,
    prepare: async (phone) => {
      await phone.tap('老师来不了')
      await saysYes(phone)
    },
    press: '推迟，通知大家',
  },
  {
    ...BUREAU,
    name: 'call a class off',
    operation: 'training.cancel',
    address: ({ planning }) => `${DESK}/stop/index?id=${planning.acts.cancel}&what=cancel`,
    prepare: async (phone) => {
      await phone.type('#reason', '路断了')
      await saysYes(phone)
    },
    press: '取消，通知大家',
  },
  {
    ...BUREAU,
    name: 'close a class that is over',
    operation: 'training.finish',
    address: ({ planning }) => `${DESK}/class/index?id=${planning.over}`,
    prepare: saysYes,
    press: '结课',
  },
  {
    ...BUREAU,
    name: 'copy a class',
    operation: 'training.copy',
    address: `${DESK}/class/index?id=class-past-3`,
    press: '照这个班再办一个',
  },
  {
    ...BUREAU,
    name: 'change time and place',
    operation: 'training.changeTimeOrPlace',
    address: ({ planning }) => `${DESK}/time/index?id=${planning.acts.time}`,
    prepare: async (phone) => {
      await phone.tap('都晚一周')
      await phone.tap('场地用不了')
      await saysYes(phone)
    },
    press: '改时间地点，通知大家',
  },
  {
    ...BUREAU,
    name: 'change seats',
    operation: 'training.changeSeats',
    address: ({ planning }) => `${DESK}/seats/index?id=${planning.acts.seats}`,
    prepare: (phone) => phone.type('#seats-all', '50'),
    press: '改名额',
  },
  {
    ...BUREAU,
    name: 'let somebody in',
    operation: 'training.decide',
    address: ({ planning }) => `${DESK}/roster/index?id=${planning.deciding}&state=pending`,
    press: '通过',
    nth: 0,
  },
  {
    ...BUREAU,
    name: 'refuse somebody',
    operation: 'training.decide',
    address: ({ planning }) => `${DESK}/roster/index?id=${planning.deciding}&state=pending`,
    prepare: async (phone) => {
      await phone.tap('不通过', 0)
      await phone.type('<input>', '这次先安排没来过的')
    },
    press: '告诉本人',
  },
  {
    ...BUREAU,
    name: 'take the roster away',
    operation: 'export.enrolments',
    address: `${DESK}/roster/index?id=class-past-2&state=attended`,
    press: '把名单导出 Excel',
    shows: 0,
  },
  {
    ...BUREAU,
    name: 'enter a year of the calendar',
    operation: 'calendar.save',
    address: `${DESK}/calendar/index`,
    prepare: async (phone) => {
      await phone.tap('加一个节日')
      const last = phone.find('.card').length
      await phone.type(`#holiday-name-${last - 3}`, '县里的节')
      await phone.change(
        phone.find('<picker>').slice((last - 3) * 2)[0]!,
        `${new Date().getFullYear()}-03-08`,
      )
    },
    press: `保存 ${new Date().getFullYear()} 年的工作日历`,
  },
]
