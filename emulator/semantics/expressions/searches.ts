import { isNil } from '../bson'
import { expressionOf } from '../regex'
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
  const { source, flags } = expressionOf(regex, typeof options === 'string' ? options : undefined)
  const value = text(input, name, 'input')
  return [...value.matchAll(new RegExp(source, `${flags}g`))].map((found) => ({
    match: found[0],
    idx: [...value.slice(0, found.index)].length,
    captures: found.slice(1).map((each) => each ?? null),
  }))
}

const searching = (answer: (found: Found[]) => unknown): Operator =>
  named(['input', 'regex'], ['options'], (fields, _, name) => answer(search(fields, name)))

export const searches: Record<string, Operator> = {
  $regexMatch: searching((found) => found.length > 0),
  $regexFind: searching((found) => found[0] ?? null),
  $regexFindAll: searching((found) => found),
}
