import { Query } from 'mingo'
import { makeCollection, match, put } from './memory'
import type { Document } from './types'

/** A small deterministic generator: a failure is the same failure again. */
function randomly(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test('what an index finds is what a full scan finds, after changes and removals too', () => {
  const pick = randomly(7)
  const one = <T>(values: T[]): T => values[pick(values.length)]!
  const values = [null, 0, 1, 2, '1', 'x', true, new Date(1), [], [1, 'x'], [null], { deep: 1 }, undefined]
  const scalars = [null, 0, 1, '1', 'x', true, new Date(1)]
  const condition = () =>
    one<unknown>([
      one(scalars),
      { $eq: one(values) },
      { $in: [one(scalars), one(values)] },
      { $gt: 0 },
      { $ne: 1 },
      { $in: [/x/] },
    ])
  const collection = makeCollection('things', {
    indexes: [
      { name: 'ab', keys: ['a', 'b.c'].map((field) => ({ field, direction: 1 })) },
      { name: 'c', keys: [{ field: 'b.c', direction: -1 }] },
    ],
  })
  for (let round = 0; round < 2000; round++) {
    const id = String(pick(200))
    const b = one<unknown>([{ c: one(values) }, [{ c: one(values) }, { c: one(values) }], [], 3])
    put(collection, id, pick(5) === 0 ? null : { _id: id, a: one(values), b }, round)
    if (round % 2) continue
    const filter = one<Document>([
      { a: condition() },
      { 'b.c': condition() },
      { a: condition(), 'b.c': condition() },
      { $and: [{ a: condition() }, { 'b.c': condition() }] },
      { $or: [{ a: condition() }, { 'b.c': condition() }] },
      { _id: { $in: [id, id, '3'] } },
    ])
    const query = new Query(filter)
    const full = [...collection.versions.values()]
      .map(({ document }) => document)
      .filter((each) => query.test(each))
    const ids = (documents: Document[]) => documents.map(({ _id }) => String(_id)).sort()
    expect({ filter: JSON.stringify(filter), ids: ids(match(collection, filter).documents) }).toEqual({
      filter: JSON.stringify(filter),
      ids: ids(full),
    })
  }
})
