import { isNil } from '../bson'
import { expressionOf, matchesOf } from '../regex'
import { named, type Operator } from './scope'
import { text } from './text'

interface Found {
  match: string
  idx: number
  captures: (string | null)[]
}

function search(fields: Record<string, unknown>, name: string): Found[] {
  const { input, regex, options } = fields
  if (isNil(input) || isNil(regex)) return []
  const made = expressionOf(regex, typeof options === 'string' ? options : undefined)
  const value = text(input, name, 'input')
  return matchesOf(made, value).map((found) => ({
    match: found[0],
    idx: [...value.slice(0, found.index)].length,
    captures: Array.from(found.slice(1), (each) => each ?? null),
  }))
}

const searching = (answer: (found: Found[]) => unknown): Operator =>
  named(['input', 'regex'], ['options'], (fields, _, name) => answer(search(fields, name)))

export const searches: Record<string, Operator> = {
  $regexMatch: searching((found) => found.length > 0),
  $regexFind: searching((found) => found[0] ?? null),
  $regexFindAll: searching((found) => found),
}
