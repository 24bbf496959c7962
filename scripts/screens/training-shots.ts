import type { Opened } from '../../tests/browser/open'
import type { PageShots, Shot } from './shot'

const EDIT = 'desk/training/edit/index'
const HOME = 'desk/training/home/index'

const press = async ({ page, settle }: Opened, words: string) => {
  // Pages behind the one on top are still in the document, unseen.
  await page.getByText(words, { exact: true }).filter({ visible: true }).last().click()
  await settle()
}
const understood = async ({ page }: Opened) => {
  // Where the WeChat bundle runs in glass, WeChat's dialogs are answered by themselves.
  const button = page.getByText('知道了')
  if (await button.isVisible()) await button.click()
}
const write = async ({ page, settle }: Opened, field: string, words: string) => {
  const own = page.locator(`#${field}`).filter({ visible: true }).last()
  const inside = own.locator('input,textarea')
  await ((await inside.count()) > 0 ? inside.first() : own).fill(words)
  await settle()
}

/** The same for a desk and for the class's teacher. */
const both = (shot: Omit<Shot, 'as'>): Shot[] => [
  { as: 'bureau', ...shot },
  { as: 'expert', ...shot },
]
const bureau = (shot: Omit<Shot, 'as'>): Shot => ({ as: 'bureau', ...shot })

/** What each page of planning classes is photographed as. */
export const TRAINING_SHOTS: Record<string, PageShots> = {
  [HOME]: {
    operation: 'training.desk',
    shots: [
      ...both({ state: 'open' }),
      bureau({ state: 'drafts', steps: (phone) => press(phone, '草稿') }),
      bureau({ state: 'past to copy', steps: (phone) => press(phone, '照去年的班再办') }),
      { as: 'expert', state: 'none', openid: 'demo-expert-2', steps: (phone) => press(phone, '草稿') },
      bureau({ state: 'offline', network: 'offline' }),
      bureau({ state: 'failed', network: 'failed' }),
      { as: 'villager', state: 'not theirs' },
    ],
  },
  [EDIT]: {
    operation: 'training.save',
    loads: 'training.plan',
    shots: [
      ...both({ state: 'draft', query: ({ planning }) => `id=${planning.draft}` }),
      ...(['basic', 'when', 'who', 'seats', 'ask', 'files'] as const).map((step) =>
        bureau({ state: `step ${step}`, query: ({ planning }) => `id=${planning.deciding}&step=${step}` }),
      ),
      bureau({ state: 'when of a draft', query: ({ planning }) => `id=${planning.acts.publish}&step=when` }),
      bureau({
        state: 'seats kept',
        query: ({ planning }) => `id=${planning.draft}&step=seats`,
        steps: (phone) => press(phone, '给一部分人留名额'),
      }),
      bureau({ state: 'who of a draft', query: ({ planning }) => `id=${planning.draft}&step=who` }),
      bureau({
        state: 'question',
        query: ({ planning }) => `id=${planning.draft}&step=ask`,
        steps: (phone) => press(phone, '问一个问题'),
      }),
      bureau({
        state: 'incomplete',
        query: ({ planning }) => `id=${planning.draft}`,
        steps: async (phone) => {
          await press(phone, '发布，让大家报名')
          await understood(phone)
        },
      }),
      bureau({ state: 'new', address: HOME, steps: (phone) => press(phone, '新办一个班') }),
      bureau({
        state: 'new missing',
        address: HOME,
        steps: async (phone) => {
          await press(phone, '新办一个班')
          await press(phone, '下一步：时间地点')
        },
      }),
      { as: 'expert', state: 'new', address: HOME, steps: (phone) => press(phone, '新办一个班') },
      bureau({ state: 'over', query: ({ planning }) => `id=${planning.cancelled}` }),
      bureau({ state: 'offline', query: ({ planning }) => `id=${planning.draft}`, network: 'offline' }),
    ],
  },
  'desk/training/class/index': {
    operation: 'training.plan',
    shots: [
      ...both({ state: 'open', query: ({ planning }) => `id=${planning.full}` }),
      bureau({ state: 'to decide', query: ({ planning }) => `id=${planning.deciding}` }),
      bureau({ state: 'draft', query: ({ planning }) => `id=${planning.draft}` }),
      bureau({ state: 'postponed', query: ({ planning }) => `id=${planning.postponed}` }),
      bureau({ state: 'cancelled', query: ({ planning }) => `id=${planning.cancelled}` }),
      bureau({ state: 'over', query: ({ planning }) => `id=${planning.over}` }),
      bureau({ state: 'finished', query: 'id=class-past-2' }),
      bureau({ state: 'not there', query: 'id=nothing' }),
      bureau({ state: 'offline', query: 'id=class-open-1', network: 'offline' }),
    ],
  },
  'desk/training/time/index': {
    operation: 'training.changeTimeOrPlace',
    loads: 'training.plan',
    shots: [
      ...both({ state: 'change', query: ({ planning }) => `id=${planning.full}` }),
      bureau({ state: 'several days', query: 'id=class-open-2' }),
      bureau({
        state: 'missing',
        query: ({ planning }) => `id=${planning.full}`,
        steps: (phone) => press(phone, '改时间地点，通知大家'),
      }),
      bureau({ state: 'offline', query: ({ planning }) => `id=${planning.full}`, network: 'offline' }),
    ],
  },
  'desk/training/seats/index': {
    operation: 'training.changeSeats',
    loads: 'training.plan',
    shots: [
      ...both({ state: 'change', query: ({ planning }) => `id=${planning.full}` }),
      bureau({
        state: 'too few',
        query: ({ planning }) => `id=${planning.full}`,
        steps: async (phone) => {
          await write(phone, 'seats-all', '1')
          await press(phone, '改名额')
        },
      }),
      bureau({ state: 'offline', query: ({ planning }) => `id=${planning.full}`, network: 'offline' }),
    ],
  },
  'desk/training/stop/index': {
    operation: 'training.cancel',
    loads: 'training.plan',
    shots: [
      ...both({ state: 'cancel', query: ({ planning }) => `id=${planning.full}&what=cancel` }),
      bureau({ state: 'postpone', query: ({ planning }) => `id=${planning.deciding}&what=postpone` }),
      bureau({
        state: 'missing',
        query: ({ planning }) => `id=${planning.full}&what=cancel`,
        steps: (phone) => press(phone, '取消，通知大家'),
      }),
    ],
  },
  'desk/training/roster/index': {
    operation: 'training.roster',
    shots: [
      ...both({ state: 'enrolled', query: ({ planning }) => `id=${planning.full}` }),
      bureau({ state: 'pending', query: ({ planning }) => `id=${planning.deciding}&state=pending` }),
      bureau({
        state: 'refusing',
        query: ({ planning }) => `id=${planning.deciding}&state=pending`,
        steps: async (phone) => {
          await phone.page.getByText('不通过', { exact: true }).first().click()
          await phone.settle()
          await phone.page.getByText('告诉本人', { exact: true }).first().click()
        },
      }),
      bureau({ state: 'waiting', query: ({ planning }) => `id=${planning.full}&state=waiting` }),
      bureau({ state: 'offered', query: ({ planning }) => `id=${planning.full}&state=offered` }),
      bureau({ state: 'cancelled', query: ({ planning }) => `id=${planning.full}&state=cancelled` }),
      bureau({ state: 'many', query: 'id=class-past-2&state=attended' }),
      bureau({ state: 'empty', query: 'id=class-open-2&state=pending' }),
      bureau({ state: 'offline', query: 'id=class-open-2', network: 'offline' }),
      bureau({ state: 'failed', query: 'id=class-open-2', network: 'failed' }),
    ],
  },
  'desk/training/line/index': {
    operation: 'training.offers',
    shots: [
      ...both({ state: 'one', query: ({ planning }) => `id=${planning.full}` }),
      bureau({ state: 'none', query: 'id=class-open-2' }),
      bureau({ state: 'offline', query: 'id=class-open-2', network: 'offline' }),
    ],
  },
  'desk/training/places/index': {
    operation: 'registry.regions',
    by: ['bureau', 'expert'],
    shots: [
      ...both({ state: 'none chosen', query: 'for=x' }),
      bureau({
        state: 'some chosen',
        query: 'for=x',
        steps: async (phone) => {
          await press(phone, '青石乡')
          await press(phone, '李家湾村')
        },
      }),
      bureau({ state: 'offline', query: 'for=x', network: 'offline' }),
    ],
  },
  'desk/training/teachers/index': {
    operation: 'expert.list',
    by: ['bureau', 'expert'],
    shots: [
      ...both({ state: 'all', query: 'for=x' }),
      bureau({
        state: 'two chosen',
        query: 'for=x',
        steps: async (phone) => {
          for (const n of [0, 1]) await phone.page.locator('.teacher').nth(n).click()
          await phone.settle()
        },
      }),
      bureau({ state: 'offline', query: 'for=x', network: 'offline' }),
    ],
  },
  'desk/training/calendar/index': {
    operation: 'calendar.save',
    loads: 'calendar.get',
    shots: [
      { as: 'bureau', state: 'this year' },
      {
        as: 'bureau',
        state: 'next year',
        steps: async (phone) => {
          await press(phone, `${new Date().getFullYear() + 1} 年`)
          await press(phone, '加一个节日')
        },
      },
      { as: 'admin', state: 'this year' },
      { as: 'expert', state: 'only to look' },
      { as: 'bureau', state: 'offline', network: 'offline' },
    ],
  },
}
