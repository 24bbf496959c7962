import { cloud } from '../../platform/cloud'
import type { KnownContext } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Invitation } from './documents'
import { isTheirs, presentInvitation } from './invitations'

/** Where a scanned code opens the mini-program (client/app.config.ts), without the first stroke. */
const PAGE = 'my/bind/index'
/** The least WeChat draws; a sheet has twelve. */
const WIDTH = 280
/** An answer holds 1 MB; what is left out is asked for again. */
const MOST_CHARACTERS = 700_000

/**
 * One round trip, and an exchange with WeChat for each picture. The pictures travel in the answer: in storage they would
 * be files that let anybody in who finds them.
 */
export const invitationCodes: Handler<'identity.invitationCodes'> = async ({ codes }, context) => {
  const now = context.now.toISOString()
  const found = await rows<Invitation>(
    collection('invitations')
      .where({ _id: command.in([...new Set(codes)]), state: 'open', expiresAt: command.gt(now) })
      .limit(codes.length),
  )
  const theirs = found.filter((invitation) => isTheirs(context, invitation))
  const drawn = await Promise.all(
    theirs.map(async (each) => ({ ...presentInvitation(each, now), picture: await draw(each._id, context) })),
  )
  let characters = 0
  const fits = drawn.filter(({ picture }, index) => {
    characters += picture.length
    return index === 0 || characters <= MOST_CHARACTERS
  })
  const shown = new Set(fits.map(({ code }) => code))
  return { codes: fits, left: drawn.flatMap(({ code }) => (shown.has(code) ? [] : [code])) }
}

/** WeChat's word for the version a code opens. */
const VERSION = { formal: 'release', trial: 'trial', developer: 'develop' } as const

/** A picture as a data URL; BUSY where WeChat draws none. */
async function draw(code: string, { configuration }: Pick<KnownContext, 'configuration'>): Promise<string> {
  const { getUnlimited } = cloud.openapi.wxacode as {
    getUnlimited(input: object): Promise<{ buffer?: Buffer; contentType?: string }>
  }
  const envVersion = VERSION[configuration.miniprogramState]
  // Before the first release the page is not there yet, and its code is needed for trying.
  const options = { scene: code, page: PAGE, checkPath: false, envVersion, width: WIDTH }
  const answer = await getUnlimited(options).catch(() => undefined)
  if (!answer?.buffer) throw new Refused('BUSY')
  return `data:${answer.contentType ?? 'image/png'};base64,${Buffer.from(answer.buffer).toString('base64')}`
}
