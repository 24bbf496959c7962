import { checkText } from '../../platform/content'
import { Refused } from '../../platform/refusal'

/** Characters of one check; WeChat's limit is 2,500. */
const CHECKED = 2000

/** Texts joined into as few as fit one check each; a text of its own is never cut. */
export function batches(texts: readonly string[], size: number = CHECKED): string[][] {
  const all: string[][] = []
  let length = size
  for (const text of texts) {
    length += text.length + 1
    if (length > size) {
      all.push([])
      length = text.length
    }
    all.at(-1)?.push(text)
  }
  return all
}

/** Which of several texts WeChat refuses: one check for all that fit, one for each only where those fail. */
export async function unsafeTexts(openid: string, texts: readonly string[]): Promise<Set<string>> {
  const unsafe = new Set<string>()
  for (const batch of batches([...new Set(texts)])) {
    if (await isSafe(openid, batch.join('\n'))) continue
    if (batch.length === 1) unsafe.add(batch.join())
    else for (const text of batch) if (!(await isSafe(openid, text))) unsafe.add(text)
  }
  return unsafe
}

async function isSafe(openid: string, text: string): Promise<boolean> {
  try {
    await checkText(openid, text)
    return true
  } catch (error) {
    if (error instanceof Refused && error.code === 'UNSAFE_TEXT') return false
    throw error
  }
}
