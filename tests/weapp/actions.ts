import type { OperationName } from '../../contract'
import type { Scene } from '../../scripts/screens/scene'
import { AFTER_ACTIONS } from './after-actions'
import { COUNT_ACTIONS } from './count-actions'
import { IDENTITY_ACTIONS } from './identity-actions'
import { IMPORT_ACTIONS } from './import-actions'
import { callsOf, saysYes } from './journey'
import { LEARNER_ACTIONS } from './learner-actions'
import { makePhone, type Phone } from './phone/phone'
import { REGISTRY_ACTIONS } from './registry-actions'
import { TRAINING_ACTIONS } from './training-actions'
import type { Ground } from './visit'

/** Something a person does on a page, up to the press that sends it. */
export interface Action {
  name: string
  operation: OperationName
  openid: string
  address: string | ((scene: Scene) => string)
  prepare?: (phone: Phone) => Promise<unknown>
  /** What is pressed at last. */
  press: string
  /** Which of several that say the same. */
  nth?: number
  /** How many calls show what has become of it: one, unless the answer is all there is to see. */
  shows?: 0
}

/** Every action of the app that sends something, each on a page of the demo county or of what was played in it. */
const ACTIONS: Action[] = [
  ...LEARNER_ACTIONS,
  ...AFTER_ACTIONS,
  ...COUNT_ACTIONS,
  {
    name: 'ask',
    operation: 'consultation.ask',
    openid: 'demo-villager',
    address: 'consultation/ask/index',
    prepare: async (phone) => {
      await phone.tap('#subject-plum')
      await phone.type('#question-text', '叶子从边上开始发黄，有十来棵')
    },
    press: '发给专家',
  },
  {
    name: 'answer',
    operation: 'consultation.answer',
    openid: 'demo-expert',
    address: ({ waiting }) => `desk/expert/answer/index?id=${waiting}`,
    prepare: (phone) => phone.type('#answer', '先疏果，再叶面喷硼肥，隔十天一次。'),
    press: '发给农户',
  },
  {
    name: 'it helped',
    operation: 'consultation.feedback',
    openid: 'demo-villager',
    address: ({ waiting }) => `consultation/question/index?id=${waiting}`,
    press: '管用',
  },
  {
    name: 'confirm a gift',
    operation: 'dividend.confirm',
    openid: 'demo-cooperative',
    address: 'desk/cooperative/due/index',
    prepare: async (phone) => {
      await phone.tap('年底慰问品', 1)
      await phone.tap(/给 1 户填凭据.*/.exec(phone.text())?.[0] ?? '')
      await phone.change('<picker>', new Date().toISOString().slice(0, 10))
      await phone.type('如：大米 20 斤', '大米 20 斤')
    },
    press: '确认 1 户已发慰问品',
  },
  {
    name: 'take a confirmation back',
    operation: 'dividend.reverse',
    openid: 'demo-cooperative',
    address: 'desk/cooperative/item/index?id=contract-3:3:insurance',
    prepare: async (phone) => {
      await phone.type('#field-reason', '保单号填成别户的了')
      await saysYes(phone)
    },
    press: '冲正，改回没付',
  },
  {
    name: 'say it did not come',
    operation: 'dividend.dispute',
    openid: 'demo-villager-3',
    address: 'dividend/missing/index',
    prepare: async (phone) => {
      await phone.tap('.choose-one', 0)
      await saysYes(phone)
    },
    press: '告诉合作社没收到',
  },
  {
    name: 'mark all read',
    operation: 'inbox.markRead',
    openid: 'demo-expert',
    address: 'my/inbox/index',
    press: '全部标为已读',
  },
  ...REGISTRY_ACTIONS,
  ...IDENTITY_ACTIONS,
  ...IMPORT_ACTIONS,
  ...TRAINING_ACTIONS,
]

export interface Done {
  name: string
  operation: OperationName
  /** What the press sent until the phone was at rest, in order. */
  calls: OperationName[]
  /** How many of them are to show what has become of it. */
  shows: number
  errors: string[]
}

/** Does every action once, one after the other: some need what one before has done. */
export async function doActions({ dist, emulatorUrl, scene }: Ground): Promise<Done[]> {
  const done: Done[] = []
  for (const { name, operation, openid, address, prepare, press, nth, shows = 1 } of ACTIONS) {
    const phone = makePhone({ dist, emulatorUrl, openid })
    try {
      await phone.open(`/${typeof address === 'function' ? address(scene) : address}`)
      await prepare?.(phone)
      const calls = await callsOf(phone, () => phone.tap(press, nth))
      done.push({ name, operation, calls, shows, errors: phone.errors })
    } catch (error) {
      // The others are tried all the same.
      done.push({ name, operation, calls: [], shows, errors: [...phone.errors, String(error)] })
    } finally {
      phone.off()
    }
  }
  return done
}
