import { requireId, requireStorable } from '../storable'
import type { Line } from '../types'
import { newId } from '../writes'
import type { Disk } from './disk'
import { allRows } from './rows'
import { inOneStep } from './step'
import { change } from './write'

/** Rows fetched at once: whoever exports wants all of them. */
const ROWS = 2000

/** Every document's text, in order of insertion; writes may come in between. */
export function* textsOf(disk: Disk, name: string): Generator<string> {
  const collection = disk.collections.get(name)
  if (!collection) return
  for (const { body } of allRows(disk, collection, ROWS)) yield body
}

/** Writes all of it or nothing, one after the other: it may be more than fits in memory. A known `_id` is replaced. */
export function load(disk: Disk, lines: Iterable<Line>): number {
  const { connection, collections } = disk
  const made: string[] = []
  const write = (): number => {
    let written = 0
    for (const { collection: name, document } of lines) {
      if (!collections.has(name)) {
        disk.create(name)
        made.push(name)
      }
      if (!document) continue
      requireStorable(document)
      requireId(document._id)
      const id = document._id ?? newId()
      change(disk, [{ collection: name, id, document: { ...document, _id: id } }])
      written++
    }
    return written
  }
  try {
    return inOneStep(connection, write)
  } catch (error) {
    for (const name of made) collections.delete(name)
    throw error
  }
}
