import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { functionOf } from '../../client/cloud/function-of'
import type { Input, OperationName, Output } from '../../contract'
import type { Evidence } from '../../contract/dividend'
import type { Answer } from '../../contract/envelope'
import { type AfterScene, playAfter } from './after-scene'
import { type DayScene, playDay } from './day-scene'
import { type Identities, playIdentities } from './identity-scene'
import { type ImportScene, playImports } from './import-scene'
import { type LearnerScene, playLearners } from './learner-scene'
import { type PlanningScene, playPlanning } from './training-scene'

/** Ids of what was made for the pictures, beside what the demo county has. */
export interface Scene extends Identities {
  /** Asked by the demo villager, with a photo, not answered yet. */
  waiting: string
  /** The same, answered once, "还不行", back with the expert. */
  reopened: string
  resolved: string
  /** A household of which nobody is left. */
  empty: string
  /** Tables the bureau has read: one with problems, one without a row to write, one that was written, one taken back. */
  imports: ImportScene
  /** Classes by how somebody stands in them. */
  learner: LearnerScene
  /** A class of today. */
  day: DayScene
  /** Classes at every stage of planning. */
  planning: PlanningScene
  /** What followed classes that are over. */
  after: AfterScene
}

export type Must = <N extends OperationName>(
  openid: string,
  operation: N,
  input: Input<N>,
  actFor?: string,
) => Promise<Output<N>>

/** Calls an operation over HTTP as somebody's phone does; throws on a refusal. */
export const callerAt =
  (url: string): Must =>
  async (openid, operation, input, actFor) => {
    const response = await fetch(`${url}/call/${functionOf(operation)}`, {
      method: 'POST',
      headers: { 'x-demo-openid': openid },
      body: JSON.stringify({ operation, input, requestId: randomUUID(), ...(actFor ? { actFor } : {}) }),
    })
    const { result } = (await response.json()) as { result?: Answer<unknown> }
    if (!result?.ok) throw new Error(`${operation} as ${openid}: ${JSON.stringify(result)}`)
    return result.data as never
  }

const YESTERDAY = new Date(Date.now() - 16 * 60 * 60_000).toISOString().slice(0, 10)

/**
 * Dividends in every state: household 2's was paid and did not arrive, household 3 has everything, household 4's
 * insurance was taken back.
 */
async function playDividends(url: string, must: Must): Promise<void> {
  const coop = 'demo-cooperative'
  const { uploadPrefix } = await must(coop, 'identity.me', {})
  const upload = await fetch(`${url}/upload?path=${uploadPrefix}receipt.png`, {
    method: 'POST',
    headers: { 'x-demo-openid': coop },
    // Any picture will do.
    body: readFileSync('client/icons/tab/home-on.png'),
  })
  const { fileID } = (await upload.json()) as { fileID: string }
  const dividend: Evidence = { kind: 'dividend', paidOn: YESTERDAY, method: 'card', photos: [fileID] }
  const insurance: Evidence = {
    kind: 'insurance',
    boughtOn: YESTERDAY,
    policyNumber: 'YL2026000003',
    photos: [],
  }
  const gift: Evidence = { kind: 'gift', givenOn: YESTERDAY, what: '大米 20 斤、菜油 1 桶', photos: [] }
  await must(coop, 'dividend.confirm', {
    items: [
      { itemId: 'contract-2:3:dividend', evidence: dividend },
      { itemId: 'contract-3:3:dividend', evidence: dividend },
      { itemId: 'contract-3:3:insurance', evidence: insurance },
      { itemId: 'contract-3:3:gift', evidence: gift },
      { itemId: 'contract-4:3:insurance', evidence: insurance },
    ],
  })
  await must(coop, 'dividend.reverse', { itemId: 'contract-4:3:insurance', reason: '保单号填成别户的了' })
  await must('demo-villager-2', 'dividend.dispute', {
    itemId: 'contract-2:3:dividend',
    text: '去信用社查了，卡上没有这笔钱',
  })
  // The receipt is everybody's once WeChat has passed it.
  await fetch(`${url}/admin/timer/jobs`, { method: 'POST', body: '{}' })
  for (;;) {
    const { contract } = await must('demo-villager-3', 'dividend.mine', {})
    const items = contract?.years.flatMap((year) => year.items) ?? []
    if (!items.some((item) => item.confirmation?.photosChecking)) break
    await new Promise((soon) => setTimeout(soon, 100))
  }
}

/** A household whose only member moved away. */
async function playRegistry(must: Must): Promise<string> {
  const bureau = 'demo-bureau'
  const { householdId } = await must(bureau, 'registry.saveHousehold', {
    ...{ village: '519921107207', address: '2 组', head: { name: '杨独居', birthYear: 1949 } },
  })
  const [head] = (await must(bureau, 'registry.household', { householdId })).members
  const { personId, version } = await must(bureau, 'registry.person', { personId: head?.personId ?? '' })
  await must(bureau, 'registry.archivePerson', { personId, version, reason: '跟儿子进城了' })
  return householdId
}

/** Plays what the pictures are to show: questions in every state, a dividend that did not arrive, a full village. */
export async function playScene(url: string): Promise<Scene> {
  const must = callerAt(url)
  await playDividends(url, must)
  // The two seats of the demo villager's village in one class are taken by neighbours.
  for (const neighbour of ['demo-villager-65', 'demo-villager-129'])
    await must(neighbour, 'training.enrol', { classId: 'class-open-2' })
  const ask = async (text: string) =>
    (await must('demo-villager', 'consultation.ask', { subject: 'plum', text })).questionId
  const answer = (questionId: string, text: string) =>
    must('demo-expert', 'consultation.answer', { questionId, text })
  const resolved = await ask('红脆李什么时候施基肥？')
  await answer(resolved, '采果后一个月内施，每棵腐熟农家肥 20 斤，开环状沟。')
  await must('demo-villager', 'consultation.feedback', { questionId: resolved, helped: true })
  const reopened = await ask('李子树干流胶，刮了还流。')
  await answer(reopened, '刮净胶块，涂石硫合剂，树干涂白。')
  await must('demo-villager', 'consultation.feedback', {
    questionId: reopened,
    helped: false,
    text: '涂了三天，又流出来了',
  })
  const waiting = await ask('青脆李今年落果多，是不是缺什么？')
  const empty = await playRegistry(must)
  const identities = await playIdentities(must)
  const learner = await playLearners(url, must)
  const day = await playDay(url, must)
  const planning = await playPlanning(url, must)
  const after = await playAfter(must)
  const imports = await playImports(url, must)
  return { waiting, reopened, resolved, empty, learner, day, planning, after, imports, ...identities }
}
