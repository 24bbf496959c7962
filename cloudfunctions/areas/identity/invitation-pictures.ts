import { BIND_PAGE } from '../../../contract/pages'
import { type CodePicture, codePicture } from '../../platform/code-picture'
import type { KnownContext } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Invitation } from './documents'
import { isTheirs } from './invitations'

/** WeChat is asked for so many pictures at a time. */
const AT_ONCE = 4

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

/**
 * Each invitation with its picture; without where WeChat draws none just now. Those whose turn has not come `lastMs` after
 * the call began are left out.
 */
export async function* picturesOf(
  invitations: readonly Invitation[],
  { configuration, now }: KnownContext,
  lastMs: number,
): AsyncGenerator<{ invitation: Invitation; drawn: CodePicture | undefined }> {
  const isTime = () => Date.now() < now.getTime() + lastMs
  for (let from = 0; from < invitations.length && isTime(); from += AT_ONCE)
    yield* await Promise.all(
      invitations.slice(from, from + AT_ONCE).map(async (invitation) => ({
        invitation,
        drawn: await codePicture({ scene: invitation._id, page: BIND_PAGE }, configuration),
      })),
    )
}
