import type { Output } from '../../../contract'
import { BIND_PAGE } from '../../../contract/pages'
import { codePicture, dataUrl } from '../../platform/code-picture'
import type { KnownContext } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Invitation } from './documents'
import { isTheirs, presentInvitation } from './invitations'

/** An answer holds 1 MB; what is left out is asked for again. */
const MOST_CHARACTERS = 700_000
const AT_ONCE = 4
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
  for (let from = 0; from < theirs.length && hasTime(context); from += AT_ONCE)
    for (const { invitation, picture } of await drawSome(theirs.slice(from, from + AT_ONCE), context)) {
      characters += picture?.length ?? 0
      if (picture && (codesDrawn.length === 0 || characters <= MOST_CHARACTERS))
        codesDrawn.push({ ...presentInvitation(invitation, now), picture })
    }
  // Nothing to show though there is: WeChat is not to be reached.
  if (theirs.length > 0 && codesDrawn.length === 0) throw new Refused('BUSY')
  const shown = new Set(codesDrawn.map(({ code }) => code))
  return { codes: codesDrawn, left: theirs.flatMap(({ _id }) => (shown.has(_id) ? [] : [_id])) }
}

/** Those of the codes that can still be used and are the caller's to hand out, in their order. One round trip. */
export async function openOnes(codes: readonly string[], context: KnownContext): Promise<Invitation[]> {
  const found = await rows<Invitation>(
    collection('invitations')
      .where({
        _id: command.in([...new Set(codes)]),
        state: 'open',
        expiresAt: command.gt(context.now.toISOString()),
      })
      .limit(codes.length),
  )
  const theirs = found.filter((invitation) => isTheirs(context, invitation))
  return theirs.sort((a, b) => codes.indexOf(a._id) - codes.indexOf(b._id))
}

/** `api` is stopped after 20 seconds; what is not drawn by then is asked for again. */
const hasTime = ({ now }: KnownContext): boolean => Date.now() < now.getTime() + LAST_MS

const drawSome = (invitations: readonly Invitation[], context: KnownContext) =>
  Promise.all(
    invitations.map(async (invitation) => ({
      invitation,
      picture: await pictureOf(invitation._id, context),
    })),
  )

/** A picture as a data URL; nothing where WeChat draws none just now. */
async function pictureOf(code: string, { configuration }: KnownContext): Promise<string | undefined> {
  const picture = await codePicture({ scene: code, page: BIND_PAGE }, configuration)
  return picture && dataUrl(picture)
}
