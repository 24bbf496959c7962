import type { Opened } from '../../tests/browser/open'
import type { PageShots } from './shot'

const press = async ({ page, settle }: Opened, words: string) => {
  // Pages behind the one on top are still in the document, unseen.
  await page.getByText(words, { exact: true }).filter({ visible: true }).last().click()
  await settle()
}
/** Chooses from the registry's own list, as it comes. */
const chooseFirst = async ({ page, settle }: Opened) => {
  await page.locator('.card.tappable').filter({ visible: true }).first().click()
  await settle()
}

const OF_WANG = 'id=person-1-2&name=%E7%8E%8B%E7%A7%80%E8%8B%B1'
const FOR_YANG = 'actFor=person-1-3&actName=%E6%9D%A8%E6%B0%B8%E5%BA%B7'
const BIND = 'identity/bind/index'

/** What each page of who somebody is, for whom they act and what they may do is photographed as. */
export const IDENTITY_SHOTS: Record<string, PageShots> = {
  [BIND]: {
    operation: 'identity.redeem',
    loads: 'identity.myRequest',
    by: ['visitor', 'villager'],
    shots: [
      { as: 'visitor', state: 'new' },
      { as: 'visitor', state: 'scanned', query: 'scene=ABC234' },
      {
        as: 'visitor',
        state: 'wrong code',
        query: 'scene=ABC234',
        steps: async (phone) => {
          await press(phone, '我看过了，同意')
          await press(phone, '同意并登记')
        },
      },
      {
        as: 'visitor',
        state: 'asking, with nothing filled in',
        steps: async (phone) => {
          await press(phone, '请本村信息员帮我登记')
          await press(phone, '同意，请信息员登记')
        },
      },
      { as: 'visitor', state: 'match', steps: (phone) => press(phone, '用身份证号后六位核对') },
      { as: 'visitor', state: 'waits', openid: 'demo-visitor-waiting' },
      { as: 'visitor', state: 'refused', openid: 'demo-visitor-refused' },
      { as: 'villager', state: 'known' },
      { as: 'visitor', state: 'offline', network: 'offline' },
      { as: 'visitor', state: 'failed', network: 'failed' },
    ],
  },
  'identity/consent/index': {
    operation: 'identity.consent',
    loads: null,
    by: ['villager'],
    shots: [
      { as: 'villager', state: 'new' },
      { as: 'villager', state: 'not agreed', steps: (phone) => press(phone, '同意，接着办') },
    ],
  },
  'identity/acting/index': {
    operation: 'identity.actingFor',
    by: ['villager', 'informant'],
    shots: [
      { as: 'villager', state: 'family' },
      { as: 'villager', state: 'changing', query: 'change=1' },
      { as: 'villager', state: 'nobody', openid: 'demo-villager-100' },
      { as: 'informant', state: 'changing', query: 'change=1' },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
      { as: 'visitor', state: 'stranger' },
    ],
  },
  'identity/person/index': {
    operation: 'consultation.mine',
    by: ['villager'],
    shots: [
      { as: 'villager', state: 'for family', query: FOR_YANG },
      { as: 'villager', state: 'offline', query: FOR_YANG, network: 'offline' },
    ],
  },
  'identity/family/index': {
    operation: 'identity.agree',
    loads: 'identity.about',
    by: ['villager'],
    shots: [
      { as: 'villager', state: 'one' },
      { as: 'villager', state: 'my code', steps: (phone) => press(phone, '出示我的码') },
      {
        as: 'villager',
        state: 'missing',
        openid: 'demo-villager-100',
        steps: (phone) => press(phone, '让他替我办'),
      },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
    ],
  },
  'identity/about/index': {
    operation: 'identity.about',
    by: ['villager', 'bureau'],
    shots: [
      { as: 'villager', state: 'looked at' },
      { as: 'villager', state: 'nobody looked', openid: 'demo-villager-100' },
      { as: 'bureau', state: 'office' },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
      { as: 'visitor', state: 'stranger' },
    ],
  },
  'identity/take/index': {
    operation: 'identity.takeAlong',
    by: ['villager'],
    shots: [
      { as: 'villager', state: 'all' },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
    ],
  },
  'identity/acts/index': {
    operation: 'audit.mine',
    by: ['villager', 'informant', 'bureau'],
    shots: [
      { as: 'villager', state: 'list' },
      { as: 'villager', state: 'empty', openid: 'demo-villager-100' },
      { as: 'informant', state: 'list' },
      { as: 'bureau', state: 'list' },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
    ],
  },
  'identity/leave/index': {
    operation: 'identity.withdraw',
    loads: null,
    by: ['villager'],
    shots: [{ as: 'villager', state: 'before', query: 'id=person-1-2' }],
  },
  'identity/number/index': {
    operation: 'identity.setNumber',
    loads: null,
    by: ['villager', 'informant', 'bureau'],
    shots: [
      { as: 'villager', state: 'missing', steps: (phone) => press(phone, '登记身份证号') },
      { as: 'informant', state: 'for somebody', query: OF_WANG },
      { as: 'bureau', state: 'for somebody', query: OF_WANG },
    ],
  },
  'identity/bindings/index': {
    operation: 'identity.bindingHistory',
    shots: [
      { as: 'informant', state: 'one', query: 'id=person-1-4&name=%E6%9D%A8%E5%B0%8F%E7%90%B4' },
      { as: 'informant', state: 'none', query: 'id=person-1-3&name=%E6%9D%A8%E6%B0%B8%E5%BA%B7' },
      { as: 'bureau', state: 'one', query: 'id=person-1-4&name=%E6%9D%A8%E5%B0%8F%E7%90%B4' },
      { as: 'admin', state: 'one', query: 'id=person-1-4&name=%E6%9D%A8%E5%B0%8F%E7%90%B4' },
      { as: 'informant', state: 'offline', query: OF_WANG, network: 'offline' },
    ],
  },
  'identity/codes/index': {
    operation: 'identity.invitationCodes',
    by: ['informant', 'bureau'],
    shots: [
      { as: 'informant', state: 'four', query: ({ codes }) => `codes=${codes}` },
      { as: 'bureau', state: 'four', query: ({ codes }) => `codes=${codes}` },
      { as: 'informant', state: 'used up', query: 'codes=AAAAAA' },
      { as: 'informant', state: 'offline', query: 'codes=AAAAAA', network: 'offline' },
      { as: 'informant', state: 'failed', query: 'codes=AAAAAA', network: 'failed' },
    ],
  },
  'desk/informant/requests/index': {
    operation: 'identity.bindingRequests',
    shots: [
      { as: 'informant', state: 'waiting' },
      { as: 'informant', state: 'accepted', steps: (phone) => press(phone, '登记了的') },
      { as: 'informant', state: 'refused', steps: (phone) => press(phone, '没通过的') },
      { as: 'informant', state: 'empty', openid: 'demo-informant-2' },
      { as: 'bureau', state: 'waiting' },
      { as: 'informant', state: 'offline', network: 'offline' },
      { as: 'informant', state: 'failed', network: 'failed' },
    ],
  },
  'desk/informant/decide/index': {
    operation: 'identity.decideBinding',
    loads: 'registry.search',
    shots: [
      { as: 'informant', state: 'who is it', query: ({ asking }) => asking },
      {
        as: 'informant',
        state: 'chosen',
        query: ({ asking }) => asking,
        steps: async ({ page, settle }) => {
          await page.locator('.candidate').first().click()
          await settle()
        },
      },
      {
        as: 'informant',
        state: 'refusing',
        query: ({ asking }) => asking,
        steps: (phone) => press(phone, '都不是，不给登记'),
      },
      { as: 'informant', state: 'nobody', query: 'id=x&at=2026-11-24T01%3A00%3A00Z&name=zz&village=x' },
      { as: 'bureau', state: 'who is it', query: ({ asking }) => asking },
      { as: 'informant', state: 'offline', query: ({ asking }) => asking, network: 'offline' },
    ],
  },
  'desk/informant/invitations/index': {
    operation: 'identity.invite',
    loads: 'registry.people',
    by: ['informant'],
    shots: [
      { as: 'informant', state: 'people' },
      {
        as: 'informant',
        state: 'chosen',
        steps: async ({ page }) => {
          const free = page.locator('.candidate', { hasNotText: '有微信了' })
          for (const nth of [0, 1]) await free.nth(nth).click()
        },
      },
      { as: 'informant', state: 'codes', steps: (phone) => press(phone, '发出去的码') },
      { as: 'informant', state: 'offline', network: 'offline' },
      { as: 'informant', state: 'failed', network: 'failed' },
    ],
  },
  'desk/bureau/invitations/index': {
    operation: 'identity.invitations',
    by: ['bureau'],
    shots: [
      { as: 'bureau', state: 'open' },
      { as: 'bureau', state: 'used', steps: (phone) => press(phone, '用了') },
      { as: 'bureau', state: 'offline', network: 'offline' },
      { as: 'bureau', state: 'failed', network: 'failed' },
    ],
  },
  'desk/bureau/invite/index': {
    operation: 'identity.invite',
    loads: null,
    by: ['bureau'],
    shots: [
      { as: 'bureau', state: 'village', steps: (phone) => press(phone, '给全村没有微信的人发码') },
      { as: 'bureau', state: 'person', steps: (phone) => press(phone, '一个人') },
    ],
  },
  'desk/bureau/roles/index': {
    operation: 'identity.roles',
    shots: [
      { as: 'bureau', state: 'informants' },
      {
        as: 'bureau',
        state: 'taking away',
        steps: async ({ page, settle }) => {
          await page.locator('.grant .link').first().click()
          await settle()
        },
      },
      { as: 'admin', state: 'informants' },
      { as: 'bureau', state: 'offline', network: 'offline' },
      { as: 'bureau', state: 'failed', network: 'failed' },
    ],
  },
  'desk/bureau/grant/index': {
    operation: 'identity.grantRole',
    loads: null,
    shots: [
      { as: 'bureau', state: 'new', query: 'role=informant' },
      { as: 'bureau', state: 'missing', steps: (phone) => press(phone, '给他身份') },
      {
        as: 'bureau',
        state: 'co-op, until a day',
        query: 'role=cooperative',
        steps: (phone) => press(phone, '到一天为止'),
      },
      {
        as: 'bureau',
        state: 'somebody chosen',
        query: 'role=informant',
        steps: async (phone) => {
          await press(phone, '点这里找人')
          await chooseFirst(phone)
        },
      },
      { as: 'admin', state: 'new' },
    ],
  },
  'desk/bureau/audit/index': {
    operation: 'audit.search',
    shots: [
      { as: 'bureau', state: 'everything' },
      { as: 'bureau', state: 'about somebody', query: `about=${OF_WANG.slice(3)}` },
      { as: 'admin', state: 'everything' },
      { as: 'bureau', state: 'offline', network: 'offline' },
      { as: 'bureau', state: 'failed', network: 'failed' },
    ],
  },
}
