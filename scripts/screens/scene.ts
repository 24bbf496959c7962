import { randomUUID } from 'node:crypto'
import type { Input, OperationName, Output } from '../../contract'
import type { Answer } from '../../contract/envelope'

/** Ids of what was made for the pictures, beside what the demo county has. */
export interface Scene {
  /** Asked by the demo villager, with a photo, not answered yet. */
  waiting: string
  /** The same, answered once, "还不行", back with the expert. */
  reopened: string
  resolved: string
}

type Must = <N extends OperationName>(
  openid: string,
  operation: N,
  input: Input<N>,
  actFor?: string,
) => Promise<Output<N>>

/** Calls an operation over HTTP as somebody's phone does; throws on a refusal. */
export const callerAt =
  (url: string): Must =>
  async (openid, operation, input, actFor) => {
    const response = await fetch(`${url}/call/api`, {
      method: 'POST',
      headers: { 'x-demo-openid': openid },
      body: JSON.stringify({ operation, input, requestId: randomUUID(), ...(actFor ? { actFor } : {}) }),
    })
    const { result } = (await response.json()) as { result?: Answer<unknown> }
    if (!result?.ok) throw new Error(`${operation} as ${openid}: ${JSON.stringify(result)}`)
    return result.data as never
  }

/** Plays what the pictures are to show: questions in every state, a dividend that did not arrive. */
export async function playScene(url: string): Promise<Scene> {
  const must = callerAt(url)
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
  return { waiting, reopened, resolved }
}
