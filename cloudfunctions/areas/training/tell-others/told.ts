import type { Thing } from '../../../../contract/audit'
import { ERRORS } from '../../../../contract/errors'
import { holdsOver } from '../../../platform/context'
import { command } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import type { NotificationDocument } from '../../notification/documents'
import type { EnrolmentDocument } from '../documents'

/** Four round trips for each message, and four for the transaction; who was told already was told. */
export const toldOthers: Handler<'training.toldOthers'> = async ({ ids }, { account, once, now }) => {
  const about: Thing[] = []
  return once(
    async (transaction) => {
      about.length = 0
      const results: { id: string; error?: { code: string; message: string } }[] = []
      for (const id of new Set(ids)) {
        const message = await transaction.get<NotificationDocument>('notifications', id)
        // Of another village, on a phone already, and nothing at all look the same from outside.
        if (!message?.relay || !holdsOver(account, 'informant', message.relay.village)) {
          results.push({ id, error: { code: 'NOT_FOUND', message: ERRORS.NOT_FOUND } })
          continue
        }
        results.push({ id })
        if (message.relayed) continue
        const { village, row: rowId } = message.relay
        const row = await transaction.get<EnrolmentDocument>('enrolments', rowId)
        // Something newer about the class is to be told still.
        if (row?.relay?.message === id)
          await transaction.update('enrolments', rowId, { relay: command.remove() })
        await transaction.update('notifications', id, {
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
