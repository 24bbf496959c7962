import { type Document, isObject } from '../bson'

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
