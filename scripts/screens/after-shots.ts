import type { Opened } from '../../tests/browser/open'
import { OVER, RATED, WAS_THERE } from './after-scene'
import type { PageShots } from './shot'

const press = async ({ page, settle }: Opened, words: string) => {
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

/** What follows a class, for who was there and for who holds it. */
export const AFTER_SHOTS: Record<string, PageShots> = {
  'training-after/record/index': {
    operation: 'training.record',
    by: ['villager', 'informant'],
    shots: [
      { as: 'villager', state: 'classes' },
      { as: 'villager', state: 'empty', openid: 'demo-informant' },
      { as: 'informant', state: 'for somebody', query: FOR_WANG },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
    ],
  },
  'training-after/class/index': {
    operation: 'training.afterClass',
    shots: [
      { as: 'villager', state: 'to rate', openid: WAS_THERE, query: `id=${OVER}` },
      { as: 'villager', state: 'rated', openid: RATED, query: `id=${OVER}` },
      { as: 'villager', state: 'long ago', query: 'id=class-past-1' },
      {
        as: 'villager',
        state: 'certificate to come',
        openid: 'demo-villager-257',
        query: ({ day }) => `id=${day.today}`,
      },
      { as: 'villager', state: 'was not there', query: 'id=class-open-5' },
      { as: 'informant', state: 'for somebody', query: `id=class-past-1&${FOR_WANG}` },
      { as: 'villager', state: 'offline', query: 'id=class-past-1', network: 'offline' },
      { as: 'villager', state: 'failed', query: 'id=class-past-1', network: 'failed' },
    ],
  },
  'training-after/certificate/index': {
    operation: 'training.certificate',
    shots: [
      { as: 'villager', state: 'picture', query: ({ after }) => `number=${after.certificate}` },
      { as: 'villager', state: 'not there', query: 'number=999999999999' },
      {
        as: 'informant',
        state: 'for somebody',
        query: ({ after }) =>
          `number=${after.certificate}&actFor=person-1-2&actName=%E7%8E%8B%E7%A7%80%E8%8B%B1`,
      },
      {
        as: 'villager',
        state: 'offline',
        query: ({ after }) => `number=${after.certificate}`,
        network: 'offline',
      },
      {
        as: 'villager',
        state: 'failed',
        query: ({ after }) => `number=${after.certificate}`,
        network: 'failed',
      },
    ],
  },
  'training-after/verify/index': {
    operation: 'training.verifyCertificate',
    shots: [
      ...EVERYBODY.map((as) => ({
        as,
        state: 'true',
        query: ({ after }: { after: { certificate: string } }) => `scene=${after.certificate}`,
      })),
      { as: 'visitor', state: 'void', query: ({ after }) => `scene=${after.revoked}` },
      { as: 'visitor', state: 'unknown', query: 'scene=999999999999' },
      {
        as: 'visitor',
        state: 'mistyped',
        query: 'scene=999999999999',
        steps: async (phone) => {
          await phone.page.locator('#field-number input').filter({ visible: true }).fill('4821 7730 9151')
          await press(phone, '查')
        },
      },
      {
        as: 'visitor',
        state: 'offline',
        query: ({ after }) => `scene=${after.certificate}`,
        network: 'offline',
      },
      {
        as: 'visitor',
        state: 'failed',
        query: ({ after }) => `scene=${after.certificate}`,
        network: 'failed',
      },
    ],
  },
  'training-after/paper/index': {
    operation: 'training.signInSheet',
    loads: 'training.get',
    shots: [
      { as: 'bureau', state: 'several days', query: 'id=class-open-2' },
      { as: 'expert', state: 'one day', query: 'id=class-open-5' },
      { as: 'bureau', state: 'offline', query: 'id=class-open-2', network: 'offline' },
      { as: 'bureau', state: 'failed', query: 'id=class-open-2', network: 'failed' },
    ],
  },
  'training-after/poster/index': {
    operation: 'training.classCode',
    by: ['informant', 'expert', 'bureau'],
    shots: [
      { as: 'bureau', state: 'notice', query: 'id=class-open-2' },
      { as: 'informant', state: 'notice', query: 'id=class-open-3' },
      { as: 'expert', state: 'notice', query: 'id=class-open-5' },
      { as: 'informant', state: 'offline', query: 'id=class-open-3', network: 'offline' },
      { as: 'informant', state: 'failed', query: 'id=class-open-3', network: 'failed' },
    ],
  },
  'training-after/ratings/index': {
    operation: 'training.ratings',
    shots: [
      { as: 'bureau', state: 'some', query: `id=${OVER}` },
      { as: 'expert', state: 'some', query: `id=${OVER}` },
      { as: 'expert', state: 'none', query: 'id=class-past-3' },
      { as: 'bureau', state: 'offline', query: `id=${OVER}`, network: 'offline' },
      { as: 'bureau', state: 'failed', query: `id=${OVER}`, network: 'failed' },
    ],
  },
  'training-after/issued/index': {
    operation: 'training.issued',
    shots: [
      { as: 'bureau', state: 'list', query: 'id=class-past-1' },
      {
        as: 'bureau',
        state: 'voiding',
        query: 'id=class-past-1',
        steps: async ({ page, settle }) => {
          await page.locator('.card.tappable').filter({ visible: true }).last().click()
          await settle()
        },
      },
      {
        as: 'bureau',
        state: 'issuing again',
        query: 'id=class-past-1',
        steps: async ({ page, settle }) => {
          await page.locator('.card.tappable').filter({ hasText: '已作废', visible: true }).first().click()
          await settle()
        },
      },
      { as: 'bureau', state: 'none', query: 'id=class-open-1' },
      { as: 'bureau', state: 'offline', query: 'id=class-past-1', network: 'offline' },
      { as: 'bureau', state: 'failed', query: 'id=class-past-1', network: 'failed' },
    ],
  },
}
