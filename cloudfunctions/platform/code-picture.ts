import { cloud } from './cloud'
import type { Configuration } from './configuration'

/** WeChat's word for the version a code opens. */
const VERSION = { formal: 'release', trial: 'trial', developer: 'develop' } as const

export interface CodePicture {
  bytes: Buffer
  contentType: string
}

/**
 * A mini-program code that opens a page with `?scene=` (WeChat: at most 32 characters of letters, digits and a few signs), as
 * WeChat draws it; nothing where it draws none just now. An exchange with WeChat.
 * @param width in pixels; 280 is the least WeChat draws
 */
export async function codePicture(
  { scene, page }: { scene: string; page: string },
  { miniprogramState }: Pick<Configuration, 'miniprogramState'>,
  width = 280,
): Promise<CodePicture | undefined> {
  const draw = cloud.openapi.wxacode.getUnlimited as (
    input: object,
  ) => Promise<{ buffer?: Buffer; contentType?: string }>
  const envVersion = VERSION[miniprogramState]
  // Before the first release the page is not there yet, and its code is needed for trying.
  const options = { scene, page, checkPath: false, envVersion, width }
  const answer = await draw(options).catch(() => undefined)
  if (!answer?.buffer) return undefined
  return { bytes: Buffer.from(answer.buffer), contentType: answer.contentType ?? 'image/png' }
}

export const dataUrl = ({ bytes, contentType }: CodePicture): string =>
  `data:${contentType};base64,${bytes.toString('base64')}`
