import type { Action } from './actions'
import { saysYes } from './journey'

const BUREAU = { openid: 'demo-bureau' }
const REGISTRY = 'desk/bureau/registry'

/** What the bureau changes of the registry and the directory, and what an expert says of themselves. */
export const REGISTRY_ACTIONS: Action[] = [
  {
    ...BUREAU,
    name: 'add somebody',
    operation: 'registry.savePerson',
    address: `${REGISTRY}/edit-person/index?household=household-20&of=x`,
    prepare: async (phone) => {
      await phone.type('#person-name', '何新来')
      await phone.type('#person-year', '1990')
      await phone.tap('子女')
    },
    press: '登记',
  },
  {
    ...BUREAU,
    name: 'archive somebody',
    operation: 'registry.archivePerson',
    address: `${REGISTRY}/archive/index?kind=person&id=person-21-3&version=0&name=x`,
    prepare: async (phone) => {
      await phone.tap('迁走了')
      await saysYes(phone)
    },
    press: '归档',
  },
  {
    ...BUREAU,
    name: 'restore somebody',
    operation: 'registry.restorePerson',
    address: `${REGISTRY}/person/index?id=person-archived-2`,
    prepare: saysYes,
    press: '恢复',
  },
  {
    ...BUREAU,
    name: 'merge two entries',
    operation: 'registry.mergePeople',
    address: `${REGISTRY}/merge/index?id=person-22-3`,
    prepare: async (phone) => {
      await phone.tap('选另一个')
      // The second of the village: nobody's head, without an account.
      await phone.tap('.tappable', 1)
      await saysYes(phone)
    },
    press: '合并，留下左边的',
  },
  {
    ...BUREAU,
    name: 'change a household',
    operation: 'registry.saveHousehold',
    address: `${REGISTRY}/edit-household/index?id=household-23`,
    prepare: (phone) => phone.type('#household-address', '5 组 8 号'),
    press: '保存',
  },
  {
    ...BUREAU,
    name: 'move a household',
    operation: 'registry.moveHousehold',
    address: `${REGISTRY}/move/index?id=household-24`,
    prepare: async (phone) => {
      await phone.tap('#place-move-household-24')
      await phone.tap('青石乡')
      await phone.tap('李家湾村')
      await saysYes(phone)
    },
    press: '搬过去',
  },
  {
    ...BUREAU,
    name: 'change the head of a household',
    operation: 'registry.changeHead',
    address: `${REGISTRY}/head/index?id=household-25`,
    prepare: async (phone) => {
      await phone.tap('别的原因')
      await phone.tap('.member', 0)
      await saysYes(phone)
    },
    press: '换户主',
  },
  {
    ...BUREAU,
    name: 'divide a household',
    operation: 'registry.divideHousehold',
    address: `${REGISTRY}/divide/index?id=household-9`,
    prepare: async (phone) => {
      await phone.tap('.member', 2)
      await saysYes(phone)
    },
    press: '分户',
  },
  {
    ...BUREAU,
    name: 'archive a household',
    operation: 'registry.archiveHousehold',
    address: ({ empty }) => `${REGISTRY}/household/index?id=${empty}`,
    prepare: async (phone) => {
      await phone.tap('归档这一户')
      await phone.tap('全家迁走')
      await saysYes(phone)
    },
    press: '归档',
  },
  {
    ...BUREAU,
    name: 'add a village',
    operation: 'registry.saveRegion',
    address: `${REGISTRY}/edit-region/index?under=519921100`,
    prepare: async (phone) => {
      await phone.type('#region-code', '519921100299')
      await phone.type('#region-name', '新桥村')
    },
    press: '登记',
  },
  {
    ...BUREAU,
    name: 'archive a village',
    operation: 'registry.archiveRegion',
    address: `${REGISTRY}/archive/index?kind=region&id=519921100299&name=x`,
    prepare: async (phone) => {
      await phone.tap('登错了')
      await saysYes(phone)
    },
    press: '归档',
  },
  {
    ...BUREAU,
    name: 'add an organisation',
    operation: 'registry.saveOrganisation',
    address: `${REGISTRY}/edit-organisation/index`,
    prepare: async (phone) => {
      await phone.type('#organisation-name', '高坪核桃合作社')
      await phone.tap('合作社')
    },
    press: '登记',
  },
  {
    ...BUREAU,
    name: 'archive an organisation',
    operation: 'registry.archiveOrganisation',
    address: `${REGISTRY}/archive/index?kind=organisation&id=coop-3&version=1&name=x`,
    prepare: async (phone) => {
      await phone.tap('注销了')
      await saysYes(phone)
    },
    press: '归档',
  },
  {
    ...BUREAU,
    name: 'make somebody an expert',
    operation: 'expert.save',
    address: `${REGISTRY}/expert/index?person=person-informant-2&name=x`,
    prepare: async (phone) => {
      await phone.type('#expert-title', '土专家')
      await phone.tap('生态畜禽')
      await phone.tap('蜜蜂')
    },
    press: '设为专家',
  },
  {
    openid: 'demo-expert',
    name: 'say what one can do, as an expert',
    operation: 'expert.setMine',
    address: 'desk/expert/settings/index',
    prepare: (phone) => phone.type('#expert-introduction', '李子、花椒都可以问。'),
    press: '保存',
  },
]
