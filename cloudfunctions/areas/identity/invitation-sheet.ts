import { readFileSync } from 'node:fs'
import { BIND_PAGE } from '../../../contract/pages'
import { beijing } from '../../../contract/time'
import { codePicture } from '../../platform/code-picture'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { handOut } from '../../platform/storage'
import { FONT } from '../paper/font'
import type { Invitation } from './documents'
import { openOnes } from './invitation-codes'

/** WeChat is asked for so many pictures at a time. */
const AT_ONCE = 4
/** `documents` is stopped after 60 seconds. */
const LAST_MS = 40_000

/** Round trips as `once` makes, one for the codes and one for the file; an exchange with WeChat for each picture. */
export const invitationSheet: Handler<'identity.invitationSheet'> = async ({ codes }, context) => {
  const theirs = await openOnes(codes, context)
  const [first] = theirs
  if (!first) throw new Refused('NOT_FOUND')
  const drawn: { invitation: Invitation; picture: Buffer }[] = []
  for (let from = 0; from < theirs.length; from += AT_ONCE) {
    const some = theirs.slice(from, from + AT_ONCE)
    const pictures = await Promise.all(
      some.map(({ _id }) => codePicture({ scene: _id, page: BIND_PAGE }, context.configuration)),
    )
    some.forEach((invitation, n) => {
      const picture = pictures[n]
      // A sheet that lacks somebody's code would be cut apart before that is noticed.
      if (!picture || Date.now() > context.now.getTime() + LAST_MS) throw new Refused('BUSY')
      drawn.push({ invitation, picture: picture.bytes })
    })
  }
  // Loaded when it is wanted: most calls of this function are about tables.
  const { drawSheet } = await import('./draw-sheet')
  const url = await handOut(await drawSheet(drawn, readFileSync(FONT)), 'pdf', context.now)
  const name = `邀请码-${first.place.split(' · ').at(-1)}-${beijing(context.now).format('YYYYMMDD')}.pdf`
  return context.once(async () => ({ url, name, codes: drawn.length }), undefined, {
    about: theirs.map(({ _id, name: called, places }) => ({
      kind: 'invitation' as const,
      id: _id,
      name: called,
      ...(places[0] ? { place: places[0] } : {}),
    })),
  })
}
