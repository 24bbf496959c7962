import type { Opened } from '../../tests/browser/open'
import { CHECKS_IN } from './day-scene'
import type { Scene } from './scene'
import type { PageShots } from './shot'

const today = ({ day }: Scene) => `id=${day.today}&session=s1`
/** As the class's page tells the code's of two sessions on one day. */
const TWO = `today=1.s3.${Date.now() - 3_600_000}_2.s1.${Date.now()}`
const FOR_NEIGHBOUR = 'actFor=person-193-1&actName=%E9%82%BB%E5%B1%85'

const press = async ({ page, settle }: Opened, words: RegExp) => {
  await page.getByText(words).filter({ visible: true }).last().click()
  await settle()
}

/** The day of a class: the teacher's screen, the list, checking in. */
export const DAY_SHOTS: Record<string, PageShots> = {
  'training-day/code/index': {
    operation: 'training.checkInCode',
    shots: [
      { as: 'expert', state: 'today', query: today },
      { as: 'bureau', state: 'today', query: today },
      { as: 'expert', state: 'two sessions', query: (scene) => `${today(scene)}&${TWO}` },
      { as: 'expert', state: 'another day', query: ({ day }) => `id=${day.today}&session=s2` },
      { as: 'expert', state: 'offline', query: today, network: 'offline' },
      { as: 'expert', state: 'failed', query: today, network: 'failed' },
    ],
  },
  'training-day/list/index': {
    operation: 'training.attendanceSheet',
    shots: [
      { as: 'expert', state: 'coming', query: today },
      { as: 'expert', state: 'present', query: today, steps: (phone) => press(phone, /^到了 \d/) },
      {
        as: 'expert',
        state: 'a code misheard',
        query: today,
        steps: async (phone) => {
          await phone.page.locator('input').filter({ visible: true }).first().fill('abc 234')
          await press(phone, /^记签到$/)
        },
      },
      { as: 'bureau', state: 'coming', query: today },
      { as: 'informant', state: 'coming', query: today },
      { as: 'expert', state: 'offline', query: today, network: 'offline' },
      { as: 'expert', state: 'failed', query: today, network: 'failed' },
    ],
  },
  'training-day/mine/index': {
    operation: 'training.myCode',
    shots: [
      { as: 'villager', state: 'today', query: today, openid: CHECKS_IN },
      {
        as: 'villager',
        state: 'checked in',
        query: ({ day }) => `id=${day.today}`,
        openid: 'demo-villager-257',
      },
      { as: 'villager', state: 'no seat', query: today },
      { as: 'informant', state: 'for somebody', query: ({ day }) => `id=${day.today}&${FOR_NEIGHBOUR}` },
      { as: 'villager', state: 'offline', query: today, openid: CHECKS_IN, network: 'offline' },
    ],
  },
  // It looks for nobody until a name is written.
  'training-day/walk-in/index': {
    operation: 'training.findWalkIn',
    loads: null,
    shots: [
      { as: 'expert', state: 'new', query: today },
      { as: 'bureau', state: 'new', query: today },
      {
        as: 'informant',
        state: 'found',
        query: today,
        steps: async (phone) => {
          await phone.page.locator('input').filter({ visible: true }).fill('王秀英')
          await press(phone, /^找$/)
        },
      },
    ],
  },
}
