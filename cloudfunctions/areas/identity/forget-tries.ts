import { collection, command } from '../../platform/database'

/** Removes counts of tries nobody has added to for a day, and codes that can no longer be used. */
export async function forgetTries(now: Date): Promise<void> {
  const ended = command.lt(now.toISOString())
  await collection('bindingTries').where({ endsAt: ended, toTell: false }).remove()
  await collection('agentCodes').where({ expiresAt: ended }).remove()
}
