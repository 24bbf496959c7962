import { isObject, refused, typeOf } from '../semantics'

/** Names beginning with `$` are operators; as names of stored fields they are refused. */
export function requireStorable(value: unknown): void {
  if (Array.isArray(value)) value.forEach(requireStorable)
  if (!isObject(value)) return
  for (const [key, each] of Object.entries(value)) {
    if (key.startsWith('$') && !REFERENCE.includes(key)) {
      throw refused(`The dollar ($) prefixed field '${key}' in '${key}' is not valid for storage.`)
    }
    requireStorable(each)
  }
}

const REFERENCE = ['$ref', '$id', '$db']

export function requireId(id: unknown): void {
  const type = typeOf(id)
  if (type === 'array' || type === 'regex') throw refused(`The '_id' value cannot be of type ${type}`)
}
