import { createContext, Script } from 'node:vm'
import { isRegExp, typeOf } from './bson'
import { refused } from './fault'
import { translate } from './perl'

/** MongoDB's expressions are Perl's: made into one of JavaScript's that means the same, by code point. */
export function expression(pattern: string, options = ''): RegExp {
  const bad = /[^imsxu]/.exec(options)
  if (bad) throw refused(`invalid flag in regex options: ${bad[0]}`)
  const { source, folds } = translate(pattern, options.replace(/u/g, ''))
  try {
    return new RegExp(source, folds ? 'iu' : 'u')
  } catch {
    throw refused(`Regular expression is invalid: ${pattern.slice(0, 80)}`)
  }
}

/** The expression inside a BSON or JavaScript regular expression. */
export function expressionOf(value: unknown, options?: string): RegExp {
  if (isRegExp(value)) return expression(value.source, options ?? value.flags.replace(/[gydv]/g, ''))
  if (typeOf(value) === 'regex') {
    const own = value as { pattern: string; options: string }
    return expression(own.pattern, options ?? own.options)
  }
  if (typeof value === 'string') return expression(value, options)
  throw refused('$regex has to be a string')
}

/** One text may take an expression so long. */
const PATIENCE_MS = 500
// A repeated group is what can take an expression time that doubles with each character.
const CAN_RUN_AWAY = /\)(?:[*+]|\{\d+,)/

const place = createContext({ expression: /(?:)/, text: '' })
const match = new Script('expression.test(text)')

/** `expression.test`, but one that runs away is stopped and refused, and does not hold up everybody. */
export function tester(made: RegExp): (text: string) => boolean {
  if (!CAN_RUN_AWAY.test(made.source)) return (text) => made.test(text)
  return (text) => {
    Object.assign(place, { expression: made, text })
    try {
      return match.runInContext(place, { timeout: PATIENCE_MS }) as boolean
    } catch {
      throw refused('operation exceeded time limit')
    }
  }
}
