import { type Document, isObject } from '../bson'
import { refused } from '../fault'

/** What an object of options may hold; anything else is refused by name. */
export function onlyOptions(spec: Document, stage: string, known: readonly string[]): void {
  const unknown = Object.keys(spec).find((key) => !known.includes(key))
  if (unknown !== undefined) throw refused(`Unrecognized option to ${stage}: ${unknown}.`)
}

/** A field path as a stage may name it; `$ref`, `$id` and `$db` are those of a reference to another document. */
export function checkPath(path: string): void {
  for (const step of path.split('.')) {
    if (step === '') throw refused(`FieldPath field names may not be empty: '${path}'`)
    if (step.startsWith('$') && !['$ref', '$id', '$db'].includes(step))
      throw refused(`FieldPath field names may not start with '$'. given '${path}'`)
  }
}

/** Whether it is one to be evaluated: `'$field'`, or an operator in an object. */
export const isExpression = (value: unknown): boolean =>
  (typeof value === 'string' && value.startsWith('$')) ||
  (isObject(value) && Object.keys(value)[0]?.startsWith('$') === true)

/** The document with a value at a dotted path, as a new object; undefined takes it away. */
export function assignPath(document: Document, path: string, value: unknown): Document {
  const [step = '', ...rest] = path.split('.')
  if (rest.length > 0) {
    const inside = document[step]
    const next = assignPath(isObject(inside) ? inside : {}, rest.join('.'), value)
    return { ...document, [step]: next }
  }
  const made = { ...document }
  if (value === undefined) delete made[step]
  else made[step] = value
  return made
}
