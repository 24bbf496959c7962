import { readFileSync } from 'node:fs'
import { beijing } from '../../../contract/time'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { handOut } from '../../platform/storage'
import { FONT } from '../paper/font'
import type { Invitation } from './documents'
import { openOnes, picturesOf } from './invitation-pictures'

/** `documents` is stopped after 60 seconds. */
const LAST_MS = 40_000

/** Round trips as `once` makes, one for the codes and one for the file; an exchange with WeChat for each picture. */
export const invitationSheet: Handler<'identity.invitationSheet'> = async ({ codes }, context) => {
  const theirs = await openOnes(codes, context)
  const [first] = theirs
  if (!first) throw new Refused('NOT_FOUND')
  const slips: { invitation: Invitation; picture: Buffer }[] = []
  for await (const { invitation, drawn } of picturesOf(theirs, context, LAST_MS))
    if (drawn) slips.push({ invitation, picture: drawn.bytes })
  // A sheet that lacks somebody's code would be cut apart before that is noticed.
  if (slips.length < theirs.length) throw new Refused('BUSY')
  // Loaded when it is wanted: most calls of this function are about tables.
  const { drawSheet } = await import('./draw-sheet')
  const url = await handOut(await drawSheet(slips, readFileSync(FONT)), 'pdf', context.now)
  const name = `邀请码-${first.place.split(' · ').at(-1)}-${beijing(context.now).format('YYYYMMDD')}.pdf`
  return context.once(async () => ({ url, name, codes: slips.length }), undefined, {
    about: theirs.map(({ _id, name: called, places }) => ({
      kind: 'invitation' as const,
      id: _id,
      name: called,
      ...(places[0] ? { place: places[0] } : {}),
    })),
  })
}
