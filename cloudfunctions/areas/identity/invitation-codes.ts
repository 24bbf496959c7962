import type { Output } from '../../../contract'
import { dataUrl } from '../../platform/code-picture'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { openOnes, picturesOf } from './invitation-pictures'
import { presentInvitation } from './invitations'

/** An answer holds 1 MB; what is left out is asked for again. */
const MOST_CHARACTERS = 700_000
/** `api` is stopped after 20 seconds; what is not drawn by then is asked for again. */
const LAST_MS = 8_000

/**
 * One round trip, and an exchange with WeChat for each picture. The pictures travel in the answer: in storage they would
 * be files that let anybody in who finds them.
 */
export const invitationCodes: Handler<'identity.invitationCodes'> = async ({ codes }, context) => {
  const now = context.now.toISOString()
  const theirs = await openOnes(codes, context)
  const codesDrawn: Output<'identity.invitationCodes'>['codes'] = []
  let characters = 0
  for await (const { invitation, drawn } of picturesOf(theirs, context, LAST_MS)) {
    const picture = drawn && dataUrl(drawn)
    characters += picture?.length ?? 0
    if (picture && (codesDrawn.length === 0 || characters <= MOST_CHARACTERS))
      codesDrawn.push({ ...presentInvitation(invitation, now), picture })
  }
  // Nothing to show though there is: WeChat is not to be reached.
  if (theirs.length > 0 && codesDrawn.length === 0) throw new Refused('BUSY')
  const shown = new Set(codesDrawn.map(({ code }) => code))
  return { codes: codesDrawn, left: theirs.flatMap(({ _id }) => (shown.has(_id) ? [] : [_id])) }
}
