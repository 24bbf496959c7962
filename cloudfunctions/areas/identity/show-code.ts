import type { Handler } from '../../platform/dispatch'
import { isDuplicate } from '../../platform/passing'
import { Refused } from '../../platform/refusal'
import { byOf } from './charge'
import { newCode } from './codes'
import type { AgentCode } from './documents'

const VALID_MS = 30 * 60_000

/** Five round trips. No entry in the log: nobody is concerned until somebody agrees. */
export const showCode: Handler<'identity.showCode'> = (_, context) =>
  context
    .once(
      async (transaction) => {
        const code: AgentCode = {
          _id: newCode(),
          ...byOf(context),
          expiresAt: new Date(context.now.getTime() + VALID_MS).toISOString(),
        }
        await transaction.create('agentCodes', code)
        return { code: code._id, expiresAt: code.expiresAt }
      },
      undefined,
      { about: [] },
    )
    // One in millions is there already: pressed again, it is another.
    .catch((error) => {
      throw isDuplicate(error) ? new Refused('BUSY') : error
    })
