import type { Opened } from '../../tests/browser/open'
import type { PageShots } from './shot'

const SEARCH = 'desk/bureau/registry/search/index'
const PERSON = 'desk/bureau/registry/person/index'
const HOUSEHOLD = 'desk/bureau/registry/household/index'

const press = async ({ page, settle }: Opened, words: string) => {
  // Pages behind the one on top are still in the document, unseen.
  await page.getByText(words, { exact: true }).filter({ visible: true }).last().click()
  await settle()
}

/** The other entry of somebody is chosen from the list: the first there. */
async function toBoth(phone: Opened): Promise<void> {
  await press(phone, '选另一个')
  await phone.page.locator('.card.tappable').filter({ visible: true }).first().click()
  await phone.settle()
}

/** What each page of the registry and of the expert directory is photographed as. */
export const REGISTRY_SHOTS: Record<string, PageShots> = {
  'desk/bureau/home/index': {
    operation: 'registry.search',
    loads: null,
    by: ['bureau', 'admin'],
    shots: [
      { as: 'bureau', state: 'everything' },
      { as: 'admin', state: 'everything' },
      { as: 'villager', state: 'not theirs' },
    ],
  },
  'desk/bureau/registry/search/index': {
    operation: 'registry.search',
    shots: [
      { as: 'bureau', state: 'people' },
      { as: 'bureau', state: 'households', steps: (phone) => press(phone, '户') },
      {
        as: 'bureau',
        state: 'not found',
        steps: async (phone) => {
          await phone.page.getByPlaceholder('姓名或电话').last().fill('zzzz')
          await press(phone, '找')
        },
      },
      { as: 'bureau', state: 'archived', steps: (phone) => press(phone, '只看归档了的') },
      { as: 'bureau', state: 'offline', network: 'offline' },
      { as: 'bureau', state: 'failed', network: 'failed' },
      { as: 'informant', state: 'people' },
      { as: 'cadre', state: 'people' },
      { as: 'admin', state: 'people' },
    ],
  },
  'desk/bureau/registry/choose/index': {
    operation: 'registry.search',
    by: ['bureau'],
    shots: [{ as: 'bureau', state: 'list', query: 'for=merge&what=%E9%80%89%E5%8F%A6%E4%B8%80%E4%B8%AA' }],
  },
  'desk/bureau/registry/person/index': {
    operation: 'registry.person',
    shots: [
      { as: 'bureau', state: 'villager', query: 'id=person-1-2' },
      { as: 'bureau', state: 'head', query: 'id=person-9-1' },
      { as: 'bureau', state: 'expert', query: 'id=person-expert-1' },
      { as: 'bureau', state: 'archived', query: 'id=person-archived-1' },
      { as: 'bureau', state: 'merged', query: 'id=person-archived-3' },
      { as: 'bureau', state: 'not there', query: 'id=nobody' },
      { as: 'bureau', state: 'offline', query: 'id=person-1-2', network: 'offline' },
      { as: 'informant', state: 'villager', query: 'id=person-1-1' },
      { as: 'cadre', state: 'villager', query: 'id=person-1-1' },
      { as: 'admin', state: 'villager', query: 'id=person-1-1' },
    ],
  },
  'desk/bureau/registry/edit-person/index': {
    operation: 'registry.savePerson',
    loads: 'registry.person',
    shots: [
      { as: 'bureau', state: 'change', query: 'id=person-1-2' },
      { as: 'bureau', state: 'change a head', query: 'id=person-1-1' },
      { as: 'bureau', state: 'of no village', query: 'id=person-expert-1' },
      { as: 'bureau', state: 'new', address: SEARCH, steps: (phone) => press(phone, '登记一个人') },
      {
        as: 'bureau',
        state: 'wrong',
        address: SEARCH,
        steps: async (phone) => {
          await press(phone, '登记一个人')
          await phone.page.locator('#person-phone input').fill('1380000')
          await press(phone, '登记')
        },
      },
      {
        as: 'bureau',
        state: 'into a household',
        address: HOUSEHOLD,
        query: 'id=household-9',
        steps: (phone) => press(phone, '添一口人'),
      },
    ],
  },
  'desk/bureau/registry/merge/index': {
    operation: 'registry.mergePeople',
    loads: 'registry.person',
    shots: [
      { as: 'bureau', state: 'one', query: 'id=person-9-5' },
      { as: 'bureau', state: 'both', query: 'id=person-9-5', steps: toBoth },
    ],
  },
  'desk/bureau/registry/household/index': {
    operation: 'registry.household',
    shots: [
      { as: 'bureau', state: 'six members', query: 'id=household-9' },
      { as: 'bureau', state: 'assisted', query: 'id=household-1' },
      { as: 'bureau', state: 'with former', query: 'id=household-10' },
      { as: 'bureau', state: 'nobody left', query: ({ empty }) => `id=${empty}` },
      { as: 'bureau', state: 'offline', query: 'id=household-9', network: 'offline' },
      { as: 'informant', state: 'assisted', query: 'id=household-1' },
      { as: 'cadre', state: 'assisted', query: 'id=household-1' },
      { as: 'admin', state: 'assisted', query: 'id=household-1' },
    ],
  },
  'desk/bureau/registry/edit-household/index': {
    operation: 'registry.saveHousehold',
    loads: 'registry.household',
    shots: [
      { as: 'bureau', state: 'assisted', query: 'id=household-1' },
      {
        as: 'bureau',
        state: 'new',
        address: SEARCH,
        steps: async (phone) => {
          await press(phone, '户')
          await press(phone, '登记一户')
        },
      },
      {
        as: 'bureau',
        state: 'missing',
        address: SEARCH,
        steps: async (phone) => {
          await press(phone, '户')
          await press(phone, '登记一户')
          await press(phone, '登记')
        },
      },
    ],
  },
  'desk/bureau/registry/move/index': {
    operation: 'registry.moveHousehold',
    loads: 'registry.household',
    shots: [
      { as: 'bureau', state: 'choose', query: 'id=household-9' },
      { as: 'bureau', state: 'missing', query: 'id=household-9', steps: (phone) => press(phone, '搬过去') },
    ],
  },
  'desk/bureau/registry/head/index': {
    operation: 'registry.changeHead',
    loads: 'registry.household',
    shots: [
      { as: 'bureau', state: 'choose', query: 'id=household-9' },
      { as: 'bureau', state: 'missing', query: 'id=household-9', steps: (phone) => press(phone, '换户主') },
    ],
  },
  'desk/bureau/registry/divide/index': {
    operation: 'registry.divideHousehold',
    loads: 'registry.household',
    shots: [
      { as: 'bureau', state: 'choose', query: 'id=household-9' },
      {
        as: 'bureau',
        state: 'two leave',
        query: 'id=household-9',
        steps: async ({ page, settle }) => {
          for (const place of [1, 2]) await page.locator('.member').nth(place).click()
          await settle()
        },
      },
    ],
  },
  'desk/bureau/registry/archive/index': {
    operation: 'registry.archivePerson',
    loads: null,
    shots: [
      {
        as: 'bureau',
        state: 'person',
        query: 'kind=person&id=person-1-2&version=1&name=%E7%8E%8B%E7%A7%80%E8%8B%B1',
      },
      {
        as: 'bureau',
        state: 'missing',
        query: 'kind=region&id=519921100200&name=%E6%9D%8E%E5%AE%B6%E6%B9%BE%E6%9D%91',
        steps: (phone) => press(phone, '归档'),
      },
    ],
  },
  'desk/bureau/registry/regions/index': {
    operation: 'registry.regions',
    by: ['bureau', 'admin'],
    shots: [
      { as: 'bureau', state: 'townships' },
      { as: 'bureau', state: 'one open', steps: (phone) => press(phone, '青石乡') },
      { as: 'bureau', state: 'offline', network: 'offline' },
      { as: 'admin', state: 'townships' },
    ],
  },
  'desk/bureau/registry/edit-region/index': {
    operation: 'registry.saveRegion',
    loads: null,
    shots: [
      { as: 'bureau', state: 'new village', query: 'under=519921100' },
      { as: 'bureau', state: 'rename', query: 'code=519921100200&name=%E6%9D%8E%E5%AE%B6%E6%B9%BE%E6%9D%91' },
      { as: 'admin', state: 'new township', query: 'under=519921' },
    ],
  },
  'desk/bureau/registry/organisations/index': {
    operation: 'registry.organisations',
    shots: [
      { as: 'bureau', state: 'list' },
      { as: 'bureau', state: 'none archived', steps: (phone) => press(phone, '只看归档了的') },
      { as: 'bureau', state: 'offline', network: 'offline' },
      { as: 'admin', state: 'list' },
    ],
  },
  'desk/bureau/registry/edit-organisation/index': {
    operation: 'registry.saveOrganisation',
    loads: null,
    shots: [
      { as: 'bureau', state: 'new' },
      {
        as: 'bureau',
        state: 'change',
        address: 'desk/bureau/registry/organisations/index',
        steps: async ({ page, settle }) => {
          await page.getByText('藏香猪养殖专业合作社').first().click()
          await settle()
        },
      },
    ],
  },
  'desk/bureau/registry/expert/index': {
    operation: 'expert.save',
    loads: 'expert.get',
    shots: [
      { as: 'bureau', state: 'change', query: 'id=expert-2' },
      {
        as: 'bureau',
        state: 'new',
        address: PERSON,
        query: 'id=person-1-2',
        steps: (phone) => press(phone, '设为专家'),
      },
    ],
  },
  'expert/list/index': {
    operation: 'expert.list',
    shots: [
      ...(
        ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin', 'visitor'] as const
      ).map((as) => ({ as, state: 'all' })),
      {
        as: 'villager',
        state: 'livestock',
        steps: async (phone) => {
          await press(phone, '生态畜禽')
          await press(phone, '蜜蜂')
        },
      },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
    ],
  },
  'expert/detail/index': {
    operation: 'expert.get',
    shots: [
      ...(
        ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin', 'visitor'] as const
      ).map((as) => ({ as, state: 'one', query: 'id=expert-1' })),
      { as: 'villager', state: 'on leave', query: 'id=expert-6' },
      { as: 'villager', state: 'not there', query: 'id=nobody' },
      { as: 'villager', state: 'offline', query: 'id=expert-1', network: 'offline' },
    ],
  },
  'desk/expert/settings/index': {
    operation: 'expert.setMine',
    loads: 'expert.get',
    shots: [
      { as: 'expert', state: 'mine' },
      { as: 'expert', state: 'leave', steps: (phone) => press(phone, '要请假一段时间') },
      { as: 'expert', state: 'offline', network: 'offline' },
    ],
  },
  'place/choose/index': {
    operation: 'registry.regions',
    shots: [
      ...(
        ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin', 'visitor'] as const
      ).map((as) => ({ as, state: 'townships', query: 'for=x&level=village' })),
      {
        as: 'bureau',
        state: 'one open',
        query: 'for=x&level=any',
        steps: async (phone) => {
          await press(phone, '青石乡')
        },
      },
      { as: 'villager', state: 'offline', query: 'for=x&level=village', network: 'offline' },
    ],
  },
}
