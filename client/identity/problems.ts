import { asRefused, type RefusalCode } from '../cloud/call'

export type Problems = Record<string, string>

/**
 * What is wrong with fields that are on the screen, to be told beside them; `codes`: refusals that are about one of them.
 * Anything else is thrown on, for the button to tell.
 */
export function problemsOf(
  error: unknown,
  shown: readonly string[],
  codes: Partial<Record<RefusalCode, string>> = {},
): Problems {
  const { code, message, fields } = asRefused(error)
  const about = codes[code]
  if (about) return { [about]: message }
  // A field that is not on the screen would be told to nobody.
  if (code === 'INVALID_INPUT' && shown.some((field) => fields[field])) return fields
  throw error
}
