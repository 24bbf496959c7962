import type { Opened } from '../../tests/browser/open'
import { CHANGED, OFFERED } from './learner-scene'
import type { PageShots, Shot } from './shot'

const press = async ({ page, settle }: Opened, words: string) => {
  // Pages behind the one on top are still in the document, unseen.
  await page.getByText(words, { exact: true }).filter({ visible: true }).last().click()
  await settle()
}

const EVERYBODY = [
  'villager',
  'informant',
  'expert',
  'cooperative',
  'bureau',
  'cadre',
  'admin',
  'visitor',
] as const
const FOR_WANG = 'actFor=person-1-1&actName=%E7%8E%8B%E7%A7%80%E8%8B%B1'

/** Chooses the first so many people who can be chosen. */
const choose =
  (count: number) =>
  async ({ page, settle }: Opened) => {
    const free = page.locator('.candidate', { has: page.locator('.sign-unchosen') }).filter({ visible: true })
    for (let n = 0; n < count; n++) {
      await free.first().click()
      // Drawn, the first that is free is another.
      await settle()
    }
  }

const CLASS_STATES: Shot[] = [
  { as: 'villager', state: 'enrolled', query: 'id=class-open-5' },
  { as: 'villager', state: 'village full', query: 'id=class-open-2' },
  { as: 'villager', state: 'finished', query: 'id=class-past-2' },
  { as: 'villager', state: 'asks', query: ({ learner }) => `id=${learner.asking}` },
  { as: 'villager', state: 'in line', query: ({ learner }) => `id=${learner.full}` },
  { as: 'villager', state: 'full', query: ({ learner }) => `id=${learner.full}`, openid: OFFERED },
  { as: 'villager', state: 'full, no line', query: ({ learner }) => `id=${learner.noLine}` },
  { as: 'villager', state: 'offered', query: ({ learner }) => `id=${learner.offered}`, openid: OFFERED },
  { as: 'villager', state: 'changed', query: ({ learner }) => `id=${learner.changed}`, openid: CHANGED },
  { as: 'villager', state: 'postponed', query: ({ learner }) => `id=${learner.postponed}` },
  { as: 'villager', state: 'cancelled', query: ({ learner }) => `id=${learner.cancelled}` },
  { as: 'villager', state: 'pending', query: ({ learner }) => `id=${learner.pending}` },
  { as: 'informant', state: 'for somebody', query: `id=class-open-3&${FOR_WANG}` },
  { as: 'visitor', state: 'full', query: ({ learner }) => `id=${learner.full}` },
]

/** What villagers and informants see of training. */
export const LEARNER_SHOTS: Record<string, PageShots> = {
  'training/classes/index': {
    operation: 'training.list',
    shots: [
      ...EVERYBODY.map((as) => ({ as, state: 'open' })),
      { as: 'villager', state: 'mine', steps: (phone) => press(phone, '报了的') },
      { as: 'villager', state: 'offered', openid: OFFERED, steps: (phone) => press(phone, '报了的') },
      { as: 'villager', state: 'past', steps: (phone) => press(phone, '学过的') },
      {
        as: 'villager',
        state: 'none',
        openid: 'demo-villager-100',
        steps: (phone) => press(phone, '报了的'),
      },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
    ],
  },
  'training/class/index': {
    operation: 'training.get',
    shots: [
      ...EVERYBODY.map((as) => ({ as, state: 'open', query: 'id=class-open-1' })),
      ...CLASS_STATES,
      { as: 'villager', state: 'offline', query: 'id=class-open-1', network: 'offline' },
      { as: 'villager', state: 'not there', query: 'id=nothing' },
    ],
  },
  'training/answers/index': {
    operation: 'training.enrol',
    loads: 'training.get',
    shots: [
      { as: 'villager', state: 'new', query: ({ learner }) => `id=${learner.asking}` },
      {
        as: 'villager',
        state: 'missing',
        query: ({ learner }) => `id=${learner.asking}`,
        steps: async (phone) => {
          await press(phone, '报名')
          // WeChat's own dialog is not drawn where its bundle runs: it has been read and closed by then.
          const dialog = phone.page.getByText('知道了', { exact: true }).filter({ visible: true })
          if ((await dialog.count()) > 0) await press(phone, '知道了')
        },
      },
      { as: 'villager', state: 'changing', query: ({ learner }) => `id=${learner.pending}&edit=1` },
      { as: 'informant', state: 'for somebody', query: ({ learner }) => `id=${learner.asking}&${FOR_WANG}` },
      {
        as: 'informant',
        state: 'several',
        address: 'desk/informant/enrol/index',
        query: ({ learner }) => `id=${learner.asking}`,
        steps: async (phone) => {
          await choose(3)(phone)
          await press(phone, '给 3 人报名')
          await phone.page.locator('.check').filter({ visible: true }).last().click()
        },
      },
      {
        as: 'villager',
        state: 'offline',
        query: ({ learner }) => `id=${learner.asking}`,
        network: 'offline',
      },
      { as: 'villager', state: 'failed', query: ({ learner }) => `id=${learner.asking}`, network: 'failed' },
    ],
  },
  'desk/informant/enrol/index': {
    operation: 'training.enrol',
    loads: 'training.get',
    by: ['informant'],
    shots: [
      { as: 'informant', state: 'choose', query: 'id=class-open-3' },
      {
        as: 'informant',
        state: 'in line',
        query: ({ learner }) => `id=${learner.full}`,
        steps: async (phone) => {
          await press(phone, '没有名额的，替他们排队')
          await choose(2)(phone)
          await press(phone, '给 2 人报名')
        },
      },
      { as: 'informant', state: 'offline', query: 'id=class-open-3', network: 'offline' },
    ],
  },
}
