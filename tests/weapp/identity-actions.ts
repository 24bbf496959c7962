import type { Action } from './actions'
import { saysYes } from './journey'
import type { Phone } from './phone/phone'

const INFORMANT = { openid: 'demo-informant' }
const BUREAU = { openid: 'demo-bureau' }
const VILLAGE = { code: '519921100200', name: '李家湾村' }

/** A place or a person, as the page that was opened for it hands it back. */
const handed = async (phone: Phone, asked: string, value: unknown) => {
  phone.state.storage.set(`handed:${asked}`, value)
  await phone.comeBack()
}
const agrees = (phone: Phone) => phone.tap('我看过了，同意')

/** Who somebody says they are, for whom they act, and what is done about it. */
export const IDENTITY_ACTIONS: Action[] = [
  {
    name: 'use a code',
    operation: 'identity.redeem',
    openid: 'demo-new-1',
    address: ({ codes }) => `identity/bind/index?scene=${codes.split(',')[0]}`,
    prepare: agrees,
    press: '同意并登记',
  },
  {
    name: 'ask the informant',
    operation: 'identity.requestBinding',
    openid: 'demo-new-2',
    address: 'identity/bind/index',
    prepare: async (phone) => {
      await phone.tap('#way-request')
      await handed(phone, 'bind-village', VILLAGE)
      await phone.type('#field-name', '邓春燕')
      await agrees(phone)
    },
    press: '同意，请信息员登记',
  },
  {
    name: 'have the number compared',
    operation: 'identity.matchBinding',
    openid: 'demo-new-3',
    address: 'identity/bind/index',
    prepare: async (phone) => {
      await phone.tap('#way-match')
      await handed(phone, 'bind-village', VILLAGE)
      await phone.type('#field-name', '刘志明')
      await phone.type('#field-last-six', '12345x')
      await phone.tap('同意用这六位和登记的核对')
      await agrees(phone)
    },
    press: '同意并核对',
  },
  {
    ...INFORMANT,
    name: 'say who it is',
    operation: 'identity.decideBinding',
    address: ({ asking }) => `desk/informant/decide/index?${asking}`,
    prepare: async (phone) => {
      await phone.tap('.candidate', 0)
      await saysYes(phone)
    },
    press: '就是马明秀，给他登记',
  },
  {
    ...INFORMANT,
    name: 'make two codes',
    operation: 'identity.invite',
    address: 'desk/informant/invitations/index',
    prepare: async (phone) => {
      for (const name of ['刘家富', '刘志明']) await phone.tap(name)
    },
    press: '给 2 人发邀请码',
  },
  {
    ...INFORMANT,
    name: 'print codes',
    operation: 'identity.invitationSheet',
    address: ({ codes }) => `identity/codes/index?codes=${codes}`,
    press: '做成一张纸，打印出来剪开',
    shows: 0,
  },
  {
    ...BUREAU,
    name: 'take a code back',
    operation: 'identity.revokeInvitation',
    address: 'desk/bureau/invitations/index',
    prepare: saysYes,
    press: '收回',
    nth: 0,
  },
  {
    ...INFORMANT,
    name: 'an account of the wrong person',
    operation: 'identity.undoBinding',
    address: 'identity/bindings/index?id=person-1-4&name=x',
    prepare: async (phone) => {
      await phone.type('#field-reason', '登记成别人了')
      await saysYes(phone)
    },
    press: '登记错人了，收回',
  },
  {
    ...INFORMANT,
    name: 'part somebody from their account',
    operation: 'identity.unbind',
    address: 'identity/bindings/index?id=person-65-1&name=x',
    prepare: async (phone) => {
      await phone.type('#field-reason', '换手机了')
      await saysYes(phone)
    },
    press: '换微信了，解除',
  },
  {
    ...BUREAU,
    name: 'give a role',
    operation: 'identity.grantRole',
    address: 'desk/bureau/grant/index?role=informant',
    prepare: async (phone) => {
      await handed(phone, 'grant-person', { personId: 'person-30-1', name: '某某' })
      await handed(phone, 'grant-village', VILLAGE)
    },
    press: '给某某信息员的身份',
  },
  {
    ...BUREAU,
    name: 'take a role away',
    operation: 'identity.revokeRole',
    address: 'desk/bureau/roles/index',
    prepare: async (phone) => {
      await phone.tap('取消', 0)
      await phone.type('#field-reason', '不再担任')
      await saysYes(phone)
    },
    press: '取消身份',
  },
  {
    name: 'agree to the guideline',
    operation: 'identity.consent',
    openid: 'demo-villager-33',
    address: 'identity/consent/index',
    prepare: agrees,
    press: '同意，接着办',
  },
  {
    name: 'show my code',
    operation: 'identity.showCode',
    openid: 'demo-villager-34',
    address: 'identity/family/index',
    press: '出示我的码',
    shows: 0,
  },
  {
    name: 'let family act for me',
    operation: 'identity.agree',
    openid: 'demo-villager-34',
    address: 'identity/family/index',
    prepare: async (phone) => {
      await phone.tap('.choice-one', 0)
      await phone.tap('爱人')
      await saysYes(phone)
    },
    press: '让他替我办',
  },
  {
    name: 'no longer',
    operation: 'identity.withdrawAgreement',
    openid: 'demo-villager',
    address: 'identity/family/index',
    prepare: saysYes,
    press: '不让杨春燕替我办了',
  },
  {
    name: 'keep my identity number',
    operation: 'identity.setNumber',
    openid: 'demo-villager-35',
    address: 'identity/number/index',
    prepare: async (phone) => {
      await phone.type('#field-number', '11010519491231002x')
      await phone.tap('培训住宿')
      await phone.tap('我同意登记，只用在这件事上')
    },
    press: '登记身份证号',
  },
  {
    name: 'leave',
    operation: 'identity.withdraw',
    openid: 'demo-villager-36',
    address: 'identity/leave/index?id=person-36-1',
    prepare: saysYes,
    press: '退出',
    shows: 0,
  },
]
