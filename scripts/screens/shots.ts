import type { PageShots } from './shot'

/**
 * Every page of the app and what is photographed of it. The run fails for a page that is missing here, and for a
 * persona who may call a page's operation and has no shot of it.
 */
export const SHOTS: Record<string, PageShots> = {
  'home/index': {
    operation: 'home.get',
    shots: [
      { as: 'villager', state: 'everything' },
      { as: 'villager', state: 'not in the scheme', openid: 'demo-villager-100' },
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
      { as: 'informant', state: 'everything' },
      { as: 'expert', state: 'everything' },
      { as: 'cooperative', state: 'everything' },
      { as: 'bureau', state: 'everything' },
      { as: 'cadre', state: 'everything' },
      { as: 'admin', state: 'everything' },
      { as: 'visitor', state: 'stranger' },
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
  'training/classes/index': {
    operation: 'training.list',
    shots: [
      ...(
        ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin', 'visitor'] as const
      ).map((as) => ({ as, state: 'open' })),
      { as: 'villager', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'failed', network: 'failed' },
    ],
  },
  'training/class/index': {
    operation: 'training.get',
    shots: [
      ...(
        ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin', 'visitor'] as const
      ).map((as) => ({ as, state: 'open', query: 'id=class-open-1' })),
      { as: 'villager', state: 'enrolled', query: 'id=class-open-5' },
      { as: 'villager', state: 'village full', query: 'id=class-open-2' },
      { as: 'villager', state: 'finished', query: 'id=class-past-2' },
      { as: 'villager', state: 'offline', query: 'id=class-open-1', network: 'offline' },
      { as: 'villager', state: 'not there', query: 'id=nothing' },
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
    shots: [
      { as: 'villager', state: 'new' },
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
  'desk/expert/queue/index': {
    operation: 'consultation.queue',
    shots: [
      { as: 'expert', state: 'waiting' },
      { as: 'expert', state: 'empty', openid: 'demo-expert' },
      { as: 'expert', state: 'offline', network: 'offline' },
      { as: 'villager', state: 'not theirs' },
    ],
  },
  'desk/expert/answer/index': {
    operation: 'consultation.answer',
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
      { as: 'cooperative', state: 'offline', network: 'offline' },
      { as: 'bureau', state: 'due' },
      { as: 'villager', state: 'not theirs' },
    ],
  },
  'desk/cooperative/confirm/index': {
    operation: 'dividend.confirm',
    shots: [{ as: 'cooperative', state: 'new' }],
  },
  'desk/cooperative/item/index': {
    operation: 'dividend.reverse',
    shots: [{ as: 'cooperative', state: 'confirmed' }],
  },
  'desk/informant/people/index': {
    operation: 'training.get',
    by: ['informant'],
    shots: [{ as: 'informant', state: 'list' }],
  },
  'desk/informant/person/index': {
    operation: 'training.get',
    by: ['informant'],
    shots: [{ as: 'informant', state: 'one' }],
  },
  'desk/informant/enrol/index': {
    operation: 'training.enrol',
    by: ['informant'],
    shots: [{ as: 'informant', state: 'choose', query: 'id=class-open-3' }],
  },
}
