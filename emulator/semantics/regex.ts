import { isRegExp, typeOf } from './bson'
import { refused } from './fault'

/** Without the whitespace and comments that the option x allows in a pattern. */
const compact = (pattern: string): string =>
  pattern.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\s+|#.*(?:\n|$)/g, (part) =>
    /^[\s#]/.test(part) ? '' : part,
  )

/**
 * MongoDB's expressions are Perl's: `x` allows whitespace, `(?i)` at the beginning sets options, `m` and `s`
 * are as in JavaScript. By code point where the pattern is valid so.
 */
export function expression(pattern: string, options = ''): RegExp {
  const bad = /[^imsxu]/.exec(options)
  if (bad) throw refused(`invalid flag in regex options: ${bad[0]}`)
  const inline = /^\(\?([imsx]+)\)/.exec(pattern)
  const flags = new Set([...options, ...(inline?.[1] ?? '')])
  const body = inline ? pattern.slice(inline[0].length) : pattern
  const source = (flags.delete('x') ? compact(body) : body).replace(/\(\?P</g, '(?<').replace(/\\A/g, '^')
  flags.delete('u')
  const kept = [...flags].join('')
  try {
    return new RegExp(source, `${kept}u`)
  } catch {
    try {
      return new RegExp(source, kept)
    } catch {
      throw refused(`Regular expression is invalid: ${pattern.slice(0, 80)}`)
    }
  }
}

/** The expression inside a BSON or JavaScript regular expression. */
export function expressionOf(value: unknown, options?: string): RegExp {
  if (isRegExp(value)) return expression(value.source, options ?? value.flags.replace(/[gyd]/g, ''))
  if (typeOf(value) === 'regex') {
    const own = value as { pattern: string; options: string }
    return expression(own.pattern, options ?? own.options)
  }
  if (typeof value === 'string') return expression(value, options)
  throw refused('$regex has to be a string')
}
