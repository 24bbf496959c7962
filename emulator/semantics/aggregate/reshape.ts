import { type Document, isNil, isObject, show, typeOf } from '../bson'
import { compileExpression } from '../expressions'
import { refused } from '../fault'
import { assignPath, checkPath, onlyOptions } from './paths'
import { each, evaluate, type Stage } from './types'

export function replaceRoot(expression: unknown): Stage {
  const root = compileExpression(expression)
  return each((document, inner) => {
    const value = evaluate(root, document, inner)
    if (!isObject(value)) {
      throw refused(
        `'newRoot' expression must evaluate to an object, but resulting value was: ${show(value)}. Type of resulting value: '${typeOf(value)}'.`,
      )
    }
    return [value]
  })
}

/** Unlike an expression, `$unwind` does not look into arrays on the way. */
const inside = (document: Document, steps: readonly string[]): unknown =>
  steps.reduce<unknown>(
    (value, step) => (isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    document,
  )

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/unwind/ */
export function unwind(spec: unknown): Stage {
  const options: Document = isObject(spec) ? spec : { path: spec }
  onlyOptions(options, '$unwind', ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'])
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = options
  if (typeof path !== 'string') throw refused('no path specified to $unwind stage')
  if (!path.startsWith('$'))
    throw refused(`path option to $unwind stage should be prefixed with a '$': ${path}`)
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex === '')
  ) {
    throw refused('expected a non-empty string for the includeArrayIndex option to $unwind stage')
  }
  const field = path.slice(1)
  checkPath(field)
  if (typeof includeArrayIndex === 'string') checkPath(includeArrayIndex)
  const steps = field.split('.')
  const withIndex = (document: Document, index: number | null): Document =>
    typeof includeArrayIndex === 'string' ? assignPath(document, includeArrayIndex, index) : document
  return each((document) => {
    const value = inside(document, steps)
    if (Array.isArray(value) && value.length > 0) {
      return value.map((member, index) => withIndex(assignPath(document, field, member), index))
    }
    const isEmpty = isNil(value) || Array.isArray(value)
    if (!isEmpty) return [withIndex(document, null)]
    if (preserveNullAndEmptyArrays !== true) return []
    return [withIndex(Array.isArray(value) ? assignPath(document, field, undefined) : document, null)]
  })
}
