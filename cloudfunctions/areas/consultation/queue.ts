import type { QUESTION_STATES } from '../../../contract/consultation'
import { collection, command, database } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { questionPage } from './pages'

/** Two round trips: the page, and how many there are of each state. */
export const queue: Handler<'consultation.queue'> = async ({ state, cursor }, { account }) => {
  const mine = { 'expert.personId': account.personId }
  const [found, counts] = await Promise.all([
    // What waits is worked off in order; of the rest one looks for the latest.
    state === 'waiting'
      ? questionPage({ ...mine, state }, 'urgency', 'asc', cursor)
      : questionPage({ ...mine, state }, 'updatedAt', 'desc', cursor),
    countByState(account.personId),
  ])
  return { ...found, counts }
}

async function countByState(personId: string) {
  const { list } = (await collection('questions')
    .aggregate()
    .match({ 'expert.personId': command.eq(personId) })
    .group({ _id: '$state', count: database.command.aggregate.sum(1) })
    .end()) as unknown as { list: { _id: string; count: number }[] }
  const counted = new Map(list.map((row) => [row._id, row.count]))
  const count = (state: (typeof QUESTION_STATES)[number]) => counted.get(state) ?? 0
  return { waiting: count('waiting'), answered: count('answered'), resolved: count('resolved') }
}
