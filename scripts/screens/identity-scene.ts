import type { Input, OperationName, Output } from '../../contract'
import { GUIDELINE } from '../../contract/guideline'

type Must = <N extends OperationName>(
  openid: string,
  operation: N,
  input: Input<N>,
  actFor?: string,
) => Promise<Output<N>>

/** Of what was played for the pages of who somebody is. */
export interface Identities {
  /** Open codes of people of the demo villager's village, with commas between. */
  codes: string
  /** The address of a request that waits, for the page that decides it. */
  asking: string
}

const VILLAGE = '519921100200'
const INFORMANT = 'demo-informant'
const YOUNGER = 'person-1-3'

async function decide(must: Must, openid: string, name: string, accept?: string): Promise<void> {
  await must(openid, 'identity.requestBinding', { village: VILLAGE, name, consent: GUIDELINE })
  const { requests } = await must(INFORMANT, 'identity.bindingRequests', {})
  const { requestId, at } = requests.find((request) => request.name === name)!
  await must(INFORMANT, 'identity.decideBinding', {
    ...{ requestId, at, accept: accept !== undefined },
    ...(accept ? { personId: accept } : { reason: '村里没有这个人，请看看村选对没有' }),
  })
}

/**
 * Somebody waits for the informant, somebody was refused, somebody got in; codes lie ready; one of the household acts
 * for the demo villager, who acts for another.
 */
export async function playIdentities(must: Must): Promise<Identities> {
  await decide(must, 'demo-visitor-refused', '李不在')
  await decide(must, 'demo-visitor-accepted', '杨小琴', 'person-1-4')
  await must('demo-visitor-waiting', 'identity.requestBinding', {
    ...{ village: VILLAGE, name: '马明秀', phone: '13800001234', consent: GUIDELINE },
  })
  const [waiting] = (await must(INFORMANT, 'identity.bindingRequests', {})).requests
  const { results } = await must(INFORMANT, 'identity.invite', {
    personIds: ['person-193-2', 'person-193-3', 'person-193-4', 'person-129-3'],
  })
  await must('demo-villager', 'identity.agree', { personId: 'person-1-1', relation: '配偶' })
  await must(INFORMANT, 'identity.agree', { personId: 'person-1-2', relation: '父母' }, YOUNGER)
  // Somebody looks, so that there is something to see.
  await must('demo-bureau', 'registry.person', { personId: 'person-1-2' })
  const { requestId = '', at = '', name = '' } = waiting ?? {}
  return {
    codes: results.flatMap(({ code }) => (code ? [code] : [])).join(','),
    asking: `id=${requestId}&at=${encodeURIComponent(at)}&name=${encodeURIComponent(name)}&village=${encodeURIComponent('李家湾村')}`,
  }
}
