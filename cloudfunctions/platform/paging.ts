import { Refused } from './refusal'

/** A place in a list ordered by `value`, then `_id`: stable while rows come and go. */
export interface Place {
  value: string
  id: string
}

export const PAGE = 20

export const toCursor = (place: Place): string =>
  Buffer.from(JSON.stringify([place.value, place.id])).toString('base64url')

/** Reads a cursor a client sent back; INVALID_INPUT if it is not one of ours. */
export function fromCursor(cursor: string): Place {
  try {
    const [value, id, more] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof value === 'string' && typeof id === 'string' && more === undefined) return { value, id }
  } catch {
    // Falls through: a cursor that cannot be read is as bad as a wrong one.
  }
  throw new Refused('INVALID_INPUT', undefined, { cursor: '请返回重新打开这一页' })
}

/** Of `size + 1` rows that were read: the page, and where the next one begins. */
export function page<T>(rows: T[], size: number, place: (row: T) => Place): { rows: T[]; next?: string } {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return rows.length > size && last ? { rows: shown, next: toCursor(place(last)) } : { rows: shown }
}
