import type { Document, IndexKey } from '../types'
import { directed, encode, NO_MEMBERS } from './encode'

/** Ends every key, so that a bound can lie before or after all keys that begin with its values. */
export const KEY_END = 0x02

interface Found {
  values: unknown[]
  /** Whether an array lay on the way, so that a document may have several values. */
  many: boolean
}

const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function step(values: readonly unknown[], name: string): Found {
  let many = false
  const found: unknown[] = []
  for (const value of values) {
    if (Array.isArray(value)) {
      many = true
      // `a.0.b` may mean the member at that place, `a.b` each member that has it.
      if (/^\d+$/.test(name) && Number(name) < value.length) found.push(value[Number(name)])
      for (const member of value) found.push(isObject(member) ? member[name] : undefined)
      if (value.length === 0) found.push(undefined)
    } else found.push(isObject(value) ? value[name] : undefined)
  }
  return { values: found, many }
}

/** Every value at a dotted path, through arrays, an array at its end by its members and as a whole. */
export function valuesAt(document: Document, path: string): Found {
  let found: Found = { values: [document], many: false }
  for (const name of path.split('.')) {
    const next = step(found.values, name)
    found = { values: next.values, many: found.many || next.many }
  }
  const members: unknown[] = []
  let { many } = found
  for (const value of found.values) {
    if (!Array.isArray(value)) {
      members.push(value)
      continue
    }
    many = true
    if (value.length === 0) members.push(NO_MEMBERS)
    else members.push(...value)
    // Equality with an array means the whole of it.
    members.push(value)
  }
  return { values: members, many }
}

/** Rows a document has in an index, and which of its fields have several values in it. */
export function keysOf(document: Document, keys: readonly IndexKey[]): { rows: Buffer[]; many: boolean[] } {
  const fields = keys.map(({ field }) => valuesAt(document, field))
  let rows: number[][] = [[]]
  keys.forEach(({ direction }, place) => {
    const encoded = new Map<string, number[]>()
    for (const value of fields[place]?.values ?? []) {
      const bytes = directed(encode(value), direction)
      encoded.set(String.fromCharCode(...bytes), bytes)
    }
    rows = rows.flatMap((head) => [...encoded.values()].map((tail) => head.concat(tail)))
  })
  return {
    rows: rows.map((row) => Buffer.from([...row, KEY_END])),
    many: fields.map(({ many }) => many),
  }
}
