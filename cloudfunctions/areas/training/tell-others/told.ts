import type { Thing } from '../../../../contract/audit'
import { ERRORS } from '../../../../contract/errors'
import { holdsOver } from '../../../platform/context'
import { command } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import type { NotificationDocument } from '../../notification/documents'

/** Two round trips for each message, and four for the transaction; who was told already was told. */
export const toldOthers: Handler<'training.toldOthers'> = async ({ ids }, { account, once, now }) => {
  const about: Thing[] = []
  return once(
    async (transaction) => {
      about.length = 0
      const results: { id: string; error?: { code: string; message: string } }[] = []
      for (const id of new Set(ids)) {
        const message = await transaction.get<NotificationDocument>('notifications', id)
        const village = message?.relayTo ?? message?.relayed?.village
        // Of another village, on a phone already, and nothing at all look the same from outside.
        if (!message || !holdsOver(account, 'informant', village)) {
          results.push({ id, error: { code: 'NOT_FOUND', message: ERRORS.NOT_FOUND } })
          continue
        }
        results.push({ id })
        if (message.relayTo === undefined) continue
        await transaction.update('notifications', id, {
          relayTo: command.remove(),
          relayed: { village, at: now.toISOString(), personId: account.personId, name: account.name },
        })
        about.push({ kind: 'person', id: message.to, name: message.title, place: village })
      }
      return { results }
    },
    undefined,
    { about },
  )
}
