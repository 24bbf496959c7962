import type { Opened } from '../../tests/browser/open'
import { AFTER_SHOTS } from './after-shots'
import { COUNT_SHOTS } from './count-shots'
import { DAY_SHOTS } from './day-shots'
import { IDENTITY_SHOTS } from './identity-shots'
import { IMPORT_SHOTS } from './import-shots'
import { CHANGED, OFFERED } from './learner-scene'
import { LEARNER_SHOTS } from './learner-shots'
import { REGISTRY_SHOTS } from './registry-shots'
import type { PageShots } from './shot'
import { TRAINING_SHOTS } from './training-shots'

/** From the co-op's list to the form, with everything of the first page chosen. */
async function toForm({ page, settle }: Opened): Promise<void> {
  for (const kind of ['分红', '意外保险', '年底慰问品']) await page.getByText(`全选${kind}`).click()
  await page.getByText(/^给 .*填凭据/).click()
  await settle()
}

/**
 * Every page of the app and what is photographed of it. The run fails for a page that is missing here, and for a
 * persona who may call a page's operation and has no shot of it.
 */
export const SHOTS: Record<string, PageShots> = {
  ...REGISTRY_SHOTS,
  ...IMPORT_SHOTS,
  ...IDENTITY_SHOTS,
  ...LEARNER_SHOTS,
  ...DAY_SHOTS,
  ...TRAINING_SHOTS,
  ...AFTER_SHOTS,
  ...COUNT_SHOTS,
  'home/index': {
    operation: 'home.get',
    shots: [
      { as: 'villager', state: 'everything' },
      { as: 'villager', state: 'not in the scheme', openid: 'demo-villager-100' },
      { as: 'villager', state: 'a seat is offered', openid: OFFERED },
      { as: 'villager', state: 'a class has changed', openid: CHANGED },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
      { as: 'informant', state: 'everything' },
      { as: 'expert', state: 'everything' },
      { as: 'cooperative', state: 'everything' },
      { as: 'bureau', state: 'everything' },
      { as: 'cadre', state: 'everything' },
      { as: 'admin', state: 'everything' },
      { as: 'visitor', state: 'stranger' },
      { as: 'visitor', state: 'waits', openid: 'demo-visitor-waiting' },
      { as: 'visitor', state: 'refused', openid: 'demo-visitor-refused' },
    ],
  },
  'my/index/index': {
    operation: 'identity.me',
    shots: (
      ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin', 'visitor'] as const
    ).map((as) => ({ as, state: 'me' })),
  },
  // It loads nothing and says the same to everybody.
  'my/privacy/index': {
    operation: 'identity.me',
    loads: null,
    by: ['villager'],
    shots: [{ as: 'villager', state: 'text' }],
  },
  'my/inbox/index': {
    operation: 'inbox.list',
    shots: [
      ...(['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin'] as const).map(
        (as) => ({ as, state: 'list' }),
      ),
      { as: 'villager', state: 'empty', openid: 'demo-villager-100' },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
      { as: 'visitor', state: 'stranger' },
    ],
  },
  'consultation/mine/index': {
    operation: 'consultation.mine',
    shots: [
      { as: 'villager', state: 'list' },
      { as: 'villager', state: 'empty', openid: 'demo-villager-500' },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
      { as: 'informant', state: 'list' },
      { as: 'visitor', state: 'stranger' },
    ],
  },
  'consultation/ask/index': {
    operation: 'consultation.ask',
    loads: null,
    shots: [
      { as: 'villager', state: 'new' },
      {
        as: 'villager',
        state: 'to one expert',
        query: 'expertId=expert-1&expert=%E7%BD%97%E6%A1%82%E5%85%B0%20%E7%A0%94%E7%A9%B6%E5%91%98',
      },
      { as: 'informant', state: 'new' },
      { as: 'visitor', state: 'stranger' },
    ],
  },
  'consultation/question/index': {
    operation: 'consultation.get',
    shots: [
      { as: 'villager', state: 'waiting', query: ({ waiting }) => `id=${waiting}` },
      { as: 'villager', state: 'answered', query: 'id=question-1' },
      { as: 'villager', state: 'reopened', query: ({ reopened }) => `id=${reopened}` },
      { as: 'villager', state: 'resolved', query: ({ resolved }) => `id=${resolved}` },
      { as: 'villager', state: 'not there', query: 'id=nothing' },
      { as: 'informant', state: 'not there', query: 'id=nothing' },
      { as: 'expert', state: 'answered', query: 'id=question-1' },
      { as: 'bureau', state: 'answered', query: 'id=question-1' },
    ],
  },
  'dividend/mine/index': {
    operation: 'dividend.mine',
    shots: [
      { as: 'villager', state: 'in the scheme' },
      { as: 'villager', state: 'did not arrive', openid: 'demo-villager-2' },
      { as: 'villager', state: 'everything came', openid: 'demo-villager-3' },
      { as: 'villager', state: 'not in the scheme', openid: 'demo-villager-100' },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'informant', state: 'not in the scheme' },
      {
        as: 'informant',
        state: 'for somebody',
        query: 'actFor=person-1-1&actName=%E7%8E%8B%E7%A7%80%E8%8B%B1',
      },
      { as: 'visitor', state: 'stranger' },
    ],
  },
  'dividend/missing/index': {
    operation: 'dividend.dispute',
    loads: 'dividend.mine',
    shots: [
      { as: 'villager', state: 'choose' },
      {
        as: 'villager',
        state: 'nothing chosen',
        steps: ({ page }) => page.getByText('告诉合作社没收到').click(),
      },
      { as: 'villager', state: 'told', openid: 'demo-villager-2' },
      {
        as: 'informant',
        state: 'for somebody',
        query: 'actFor=person-1-1&actName=%E7%8E%8B%E7%A7%80%E8%8B%B1',
      },
    ],
  },
  'desk/expert/queue/index': {
    operation: 'consultation.queue',
    shots: [
      { as: 'expert', state: 'waiting' },
      {
        as: 'expert',
        state: 'answered',
        steps: async (phone) => phone.page.getByText(/^等农户的/).click(),
      },
      { as: 'expert', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'not theirs' },
    ],
  },
  'desk/expert/answer/index': {
    operation: 'consultation.answer',
    loads: 'consultation.get',
    shots: [
      { as: 'expert', state: 'waiting', query: ({ waiting }) => `id=${waiting}` },
      { as: 'expert', state: 'danger', query: 'id=question-2' },
      { as: 'expert', state: 'reopened', query: ({ reopened }) => `id=${reopened}` },
      { as: 'expert', state: 'resolved', query: ({ resolved }) => `id=${resolved}` },
    ],
  },
  'desk/cooperative/due/index': {
    operation: 'dividend.due',
    shots: [
      { as: 'cooperative', state: 'due' },
      { as: 'cooperative', state: 'chosen', steps: ({ page }) => page.getByText('全选分红').click() },
      {
        as: 'cooperative',
        state: 'confirmed',
        steps: ({ page }) =>
          page
            .getByText(/^已确认/)
            .first()
            .click(),
      },
      { as: 'cooperative', state: 'disputed', steps: ({ page }) => page.getByText(/^有异议/).click() },
      { as: 'cooperative', state: 'offline', network: 'offline' },
      { as: 'bureau', state: 'due' },
      { as: 'villager', state: 'not theirs' },
    ],
  },
  'desk/cooperative/confirm/index': {
    operation: 'dividend.confirm',
    // What was chosen on the page before is at hand.
    loads: null,
    shots: [
      { as: 'cooperative', state: 'nothing chosen' },
      { as: 'cooperative', state: 'new', address: 'desk/cooperative/due/index', steps: toForm },
      {
        as: 'cooperative',
        state: 'missing',
        address: 'desk/cooperative/due/index',
        steps: async (phone) => {
          await toForm(phone)
          await phone.page.getByText('这户不一样，单独改').first().click()
          await phone.page.getByText(/^确认 /).click()
          await phone.settle()
          // Where the WeChat bundle runs in glass, WeChat's dialogs are answered by themselves.
          const understood = phone.page.getByText('知道了')
          if (await understood.isVisible()) await understood.click()
        },
      },
    ],
  },
  'desk/cooperative/item/index': {
    operation: 'dividend.get',
    shots: [
      { as: 'cooperative', state: 'confirmed', query: 'id=contract-3:3:dividend' },
      { as: 'cooperative', state: 'disputed', query: 'id=contract-2:3:dividend' },
      { as: 'cooperative', state: 'reversed', query: 'id=contract-4:3:insurance' },
      { as: 'cooperative', state: 'not there', query: 'id=nothing' },
      { as: 'bureau', state: 'disputed', query: 'id=contract-2:3:dividend' },
    ],
  },
  'desk/informant/people/index': {
    operation: 'registry.people',
    shots: [
      { as: 'informant', state: 'list' },
      {
        as: 'informant',
        state: 'without WeChat',
        steps: ({ page }) => page.getByText('谁还没有微信').click(),
      },
      {
        as: 'informant',
        state: 'found',
        steps: async ({ page }) => {
          await page.getByPlaceholder('姓名或电话').last().fill('王')
          await page.getByText('找', { exact: true }).click()
        },
      },
    ],
  },
  'desk/informant/person/index': {
    operation: 'consultation.mine',
    by: ['informant'],
    shots: [{ as: 'informant', state: 'one' }],
  },
}
