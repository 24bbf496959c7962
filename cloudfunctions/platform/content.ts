import { cloud } from './cloud'
import { Refused } from './refusal'

/** WeChat's limit for one check. */
const MAX_CHECKED = 2500

interface SecCheck {
  errCode: number
  result?: { suggest?: string }
}

/**
 * Lets WeChat check text that another person will see, before it is stored (its author must have been active within two
 * hours, so this belongs in the call that carries the text). Refuses UNSAFE_TEXT; no verdict is not a pass: BUSY.
 */
export async function checkText(openid: string, text: string): Promise<void> {
  if (text === '') return
  const check = cloud.openapi.security.msgSecCheck as (input: object) => Promise<SecCheck>
  const checked = await check({ content: text.slice(0, MAX_CHECKED), version: 2, scene: 2, openid }).catch(
    () => null,
  )
  const suggest = checked?.result?.suggest
  if (suggest === 'pass') return
  throw new Refused(suggest === 'risky' || suggest === 'review' ? 'UNSAFE_TEXT' : 'BUSY')
}
