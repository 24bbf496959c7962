import type { OperationName } from '../../contract'
import { GUIDELINE } from '../../contract/guideline'
import type { Cloud } from './cloud'
import type { Outputs, Success } from './successes'

/** 王秀英's village, whose informant is demo-informant. */
const VILLAGE = '519921100200'

type Ours = Extract<OperationName, `identity.${string}` | `audit.${string}`>

async function codeFor(
  cloud: Cloud,
  openid: string,
  personId: string,
  more: { replace?: boolean } = {},
): Promise<string> {
  const { results } = await cloud.must(openid, 'identity.invite', { personIds: [personId], ...more })
  const [result] = results
  if (!result?.code) throw new Error(JSON.stringify(result?.error))
  return result.code
}

const invited = (before: Outputs): string => before['identity.invite']?.results[0]?.code ?? 'nobody'

/** As a village comes in, leaves and is looked after; each builds on those before it. */
export const IDENTITY_SUCCESSES: { [N in Exclude<Ours, 'identity.me'>]: Success<N> } = {
  'identity.invite': { openid: 'demo-informant', input: () => ({ personIds: ['person-1-4'] }) },
  'identity.invitations': { openid: 'demo-informant', input: () => ({}) },
  'identity.invitationCodes': {
    openid: 'demo-informant',
    input: (before) => ({ codes: [invited(before)] }),
  },
  'identity.invitationSheet': {
    openid: 'demo-informant',
    input: (before) => ({ codes: [invited(before)] }),
  },
  'identity.redeem': {
    openid: 'new-1',
    input: (before) => ({ code: invited(before), consent: GUIDELINE }),
  },
  'identity.revokeInvitation': {
    openid: 'demo-informant',
    input: async (_, cloud) => ({ code: await codeFor(cloud, 'demo-informant', 'person-1-3') }),
  },
  'identity.requestBinding': {
    openid: 'new-2',
    input: () => ({ village: VILLAGE, name: '王小二', phone: '13800001234', consent: GUIDELINE }),
  },
  'identity.matchBinding': {
    openid: 'new-3',
    input: () => ({ village: VILLAGE, name: '王小三', lastSix: '12345X', agreed: true, consent: GUIDELINE }),
  },
  'identity.myRequest': { openid: 'new-2', input: () => ({}) },
  'identity.bindingRequests': { openid: 'demo-informant', input: () => ({}) },
  'identity.decideBinding': {
    openid: 'demo-informant',
    input: (before) => {
      const asked = before['identity.bindingRequests']?.requests.find(({ name }) => name === '王小二')
      const { requestId = '', at = '' } = asked ?? {}
      return { requestId, at, accept: true, personId: 'person-1-3' }
    },
  },
  'identity.bindingHistory': { openid: 'demo-bureau', input: () => ({ personId: 'person-1-3' }) },
  'identity.unbind': {
    openid: 'demo-informant',
    input: () => ({ personId: 'person-1-4', reason: '手机丢了' }),
  },
  'identity.undoBinding': {
    openid: 'demo-bureau',
    input: () => ({ personId: 'person-1-3', reason: '不是本人' }),
  },
  'identity.grantRole': {
    openid: 'demo-bureau',
    input: () => ({ personId: 'person-1-1', role: 'informant', over: VILLAGE }),
  },
  'identity.roles': { openid: 'demo-bureau', input: () => ({ role: 'cooperative' }) },
  'identity.revokeRole': {
    openid: 'demo-bureau',
    input: () => ({ personId: 'person-1-1', role: 'informant', over: VILLAGE, reason: '不干了' }),
  },
  'identity.consent': { openid: 'demo-villager', input: () => ({ version: GUIDELINE }) },
  'identity.about': { openid: 'demo-villager', input: () => ({}) },
  'identity.looks': { openid: 'demo-villager', input: () => ({}) },
  'identity.takeAlong': { openid: 'demo-villager', input: () => ({}) },
  'identity.showCode': { openid: 'demo-villager-65', input: () => ({}) },
  'identity.agree': {
    openid: 'demo-villager',
    input: (before) => ({ code: before['identity.showCode']?.code ?? '', relation: '亲戚' }),
  },
  'identity.actingFor': { openid: 'demo-villager-65', input: () => ({}) },
  'identity.withdrawAgreement': { openid: 'demo-villager', input: () => ({ personId: 'person-65-1' }) },
  'identity.setNumber': {
    openid: 'demo-villager',
    input: () => ({
      personId: 'person-1-2',
      number: '11010519491231002X',
      purpose: 'lodging',
      agreed: true,
    }),
  },
  'identity.unmask': {
    openid: 'demo-bureau',
    input: () => ({ personId: 'person-1-2', reason: '登记住宿' }),
  },
  'identity.withdraw': { openid: 'demo-villager-200', input: () => ({ personId: 'person-200-1' }) },
  'audit.search': { openid: 'demo-bureau', input: () => ({}) },
  'audit.mine': { openid: 'demo-informant', input: () => ({}) },
}

/** The same for somebody else, and for several at once. */
export const IDENTITY_MORE: { [N in Ours]?: Success<N>[] } = {
  'identity.invite': [
    { as: 'a co-op', openid: 'demo-cooperative', input: () => ({ personIds: ['person-2-2'] }) },
    {
      as: 'two people',
      openid: 'demo-informant',
      each: 2,
      input: () => ({ personIds: ['person-65-2', 'person-65-3'] }),
    },
    {
      as: 'with a role, in place of an earlier code',
      openid: 'demo-bureau',
      input: () => ({
        personIds: ['person-65-2'],
        grants: [{ role: 'informant', over: VILLAGE }],
      }),
    },
  ],
  'identity.redeem': [
    {
      as: 'on a new phone: two accounts',
      openid: 'new-4',
      each: 2,
      input: async (_, cloud) => ({
        code: await codeFor(cloud, 'demo-informant', 'person-129-1', { replace: true }),
        consent: GUIDELINE,
      }),
    },
  ],
}
