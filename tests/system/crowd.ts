import { randomUUID } from 'node:crypto'
import type { Answer } from '../../contract/envelope'
import type { CallRecord } from '../../emulator'
import type { Cloud } from './cloud'

/** How it ended for one person: `ok` or the code of the refusal. */
export interface Ended {
  openid: string
  code: string
  /** Calls it took, each with the same requestId. */
  calls: number
}

export interface Crowd {
  ended: Ended[]
  /** From the first call to the last answer. */
  ms: number
  calls: number
  /** Calls the plan had no room for: refused by the cloud before a function began. */
  noRoom: number
  /** Calls whose connection broke before the answer came. */
  broken: number
  /** Transactions begun, and of those the ones begun again after a conflict. */
  transactions: number
  conflicts: number
}

const FIRST_WAIT_MS = 400
const LONGEST_ROUND = 4
/** Presses a patient person makes. */
const PATIENCE = 60

/** As client/cloud/call.ts waits: doubling, with jitter; and then the person presses again. */
const wait = (round: number) =>
  new Promise((again) =>
    setTimeout(again, FIRST_WAIT_MS * 2 ** Math.min(round, LONGEST_ROUND) * (0.5 + Math.random())),
  )

/** Everybody signs up in the same moment, and is sent again as the client does while the cloud is busy. */
export async function enrolAtOnce(
  cloud: Cloud,
  people: readonly { openid: string; classId: string }[],
): Promise<Crowd> {
  let [noRoom, broken] = [0, 0]
  async function enrol({ openid, classId }: { openid: string; classId: string }): Promise<Ended> {
    const event = { operation: 'training.enrol', input: { classId }, requestId: randomUUID() }
    for (let calls = 1; calls <= PATIENCE; calls++) {
      const said = await cloud.raw(openid, 'api', event).catch(() => undefined)
      const answer = said?.result as Answer | undefined
      if (answer?.ok) return { openid, code: 'ok', calls }
      if (!said) broken++
      if (said?.error) noRoom++
      if (answer && answer.error.code !== 'BUSY') return { openid, code: answer.error.code, calls }
      await wait(calls - 1)
    }
    return { openid, code: 'NEVER_SERVED', calls: PATIENCE }
  }

  // The local cloud keeps the newest 2,000 records; a crowd makes more.
  const records = new Map<string, CallRecord>()
  const collect = () => {
    for (const record of cloud.emulator.calls()) records.set(record.id, record)
  }
  collect()
  const earlier = new Set(records.keys())
  const collecting = setInterval(collect, 50)
  try {
    const began = performance.now()
    const ended = await Promise.all(people.map(enrol))
    const ms = performance.now() - began
    collect()
    const begun = [...records.values()]
      .filter(({ id, operation }) => operation === 'training.enrol' && !earlier.has(id))
      .map(({ exchanges }) => exchanges.filter(({ action }) => action === 'database.startTransaction').length)
    return {
      ended,
      ms,
      calls: ended.reduce((sum, { calls }) => sum + calls, 0),
      noRoom,
      broken,
      transactions: begun.reduce((sum, count) => sum + count, 0),
      conflicts: begun.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    }
  } finally {
    clearInterval(collecting)
  }
}

/** How many people ended with each code. */
export function countByCode(ended: readonly Ended[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code } of ended) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
