import fc from 'fast-check'
import { openStore } from './index'
import type { Document, Store } from './types'

const schema = {
  collections: {
    things: {
      indexes: [
        { name: 'ab', keys: ['a', 'b.c'].map((field) => ({ field, direction: 1 as const })) },
        { name: 'c', keys: [{ field: 'b.c', direction: -1 as const }] },
        {
          name: 'ad',
          keys: [
            { field: 'a', direction: -1 as const },
            { field: 'd', direction: 1 as const },
          ],
        },
      ],
    },
    bare: {},
  },
}
let store: Store
beforeEach(() => {
  store = openStore({ file: ':memory:', schema })
})
afterEach(() => store.close())

const scalar = fc.constantFrom<unknown>(
  ...[null, 0, 1, 2, -1.5, 1e300, '1', 'x', 'x\u0000', 'xy', '', '李', true, false, new Date(0), new Date(1)],
)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.constantFrom<unknown>([], [1, 'x'], [null], [[1]], { deep: 1 }, undefined),
)
const document = fc.record({
  a: value,
  b: fc.oneof(
    value,
    value.map((c) => ({ c })),
    fc.array(
      value.map((c) => ({ c })),
      { maxLength: 3 },
    ),
  ),
  d: fc.integer({ min: 0, max: 3 }),
})
const compared = scalar.filter((each) => each !== null)
const condition = fc.oneof(
  scalar,
  value.map(($eq) => ({ $eq: $eq ?? null })),
  fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
  compared.map(($gt) => ({ $gt })),
  compared.map(($lte) => ({ $lte })),
  fc.tuple(compared, compared).map(([$gte, $lt]) => ({ $gte, $lt })),
  compared.map(($gt) => ({ $elemMatch: { $gt } })),
  scalar.map(($ne) => ({ $ne })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.constantFrom<unknown>(/^x/, /^xy?/, { $in: [/x/] }, { $all: [1, 'x'] }),
)
const filter: fc.Arbitrary<Document> = fc.oneof(
  condition.map((a) => ({ a })),
  condition.map((c) => ({ 'b.c': c })),
  fc.tuple(condition, condition).map(([a, c]) => ({ a, 'b.c': c })),
  fc.tuple(condition, condition).map(([a, c]) => ({ $and: [{ a }, { 'b.c': c }] })),
  fc.tuple(condition, condition).map(([a, c]) => ({ $or: [{ a }, { 'b.c': c }] })),
  scalar.map((c) => ({ b: { $elemMatch: { c } } })),
  condition.map((c) => ({ b: { $elemMatch: { c } } })),
  fc.tuple(condition, fc.integer({ min: 0, max: 3 })).map(([a, d]) => ({ a, d: { $gte: d } })),
  fc.tuple(condition, compared, compared, compared).map(([a, $gt, $lte, $lt]) => ({
    $and: [{ a }, { 'b.c': { $gt } }, { d: { $lte } }, { d: { $gt } }, { 'b.c': { $lt } }],
  })),
)

const idsOf = (documents: readonly Document[]) =>
  documents.map(({ _id }) => Number(_id)).sort((a, b) => a - b)

test('what an index finds is what a full look finds, after changes and removals too', () => {
  const documents = fc.array(document, { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(
      documents,
      documents,
      fc.array(filter, { minLength: 1, maxLength: 4 }),
      (first, second, filters) => {
        const own = openStore({ file: ':memory:', schema })
        try {
          const all = first.map((each, _id) => ({ ...each, _id }))
          own.insertMany('things', all)
          own.insertMany(
            'things',
            second.slice(0, all.length).map((each, _id) => ({ ...each, _id })),
          )
          own.insertMany('bare', [...own.find('things', {}, 1000)])
          for (const asked of filters) {
            const wanted = idsOf(own.find('bare', asked, 1000))
            expect({ asked, found: idsOf(own.find('things', asked, 1000)) }).toEqual({ asked, found: wanted })
          }
        } finally {
          own.close()
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('a bound that an index cannot keep is still asked', () => {
  store.insertMany('things', [
    { _id: 0, a: 'x' },
    { _id: 1, a: 1e301 },
  ])
  expect(store.find('things', { a: { $gte: 1e300, $lt: 'xy' } })).toEqual([])
  expect(idsOf(store.find('things', { a: { $gte: 1e300, $lt: 1e302 } }))).toEqual([1])
})

test('an order by an index is the order without one, and pages of it are its pieces', () => {
  const order = fc.constantFrom<Record<string, 1 | -1>>(
    { a: 1 },
    { a: -1 },
    { a: 1, d: -1 },
    { a: -1, d: 1 },
    { d: 1 },
  )
  const asked = fc.oneof(
    fc.constant({}),
    fc.array(scalar, { minLength: 1, maxLength: 3 }).map(($in) => ({ a: { $in } })),
    scalar.map((a) => ({ a })),
    fc.integer({ min: 0, max: 2 }).map(($gte) => ({ d: { $gte } })),
  )
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 25 }),
      order,
      asked,
      fc.nat(5),
      (some, by, condition, skip) => {
        const own = openStore({ file: ':memory:', schema })
        try {
          const plain = some.map(({ a, d }, _id) => ({ _id, d, ...(Array.isArray(a) ? {} : { a }) }))
          own.insertMany('things', plain)
          own.insertMany('bare', plain)
          const parts = (found: Document[]) =>
            found.map((each) => Object.keys(by).map((field) => each[field] ?? null))
          const sorted = parts(own.find('bare', condition, 1000, by))
          expect(parts(own.find('things', condition, 1000, by))).toEqual(sorted)
          const { returned } = own.explain('things', { filter: condition, order: by, skip, limit: 3 })
          expect(returned).toBe(Math.max(0, Math.min(3, sorted.length - skip)))
        } finally {
          own.close()
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('an equality on an array does not settle the order by it: the other members count', () => {
  store.insertMany('things', [
    { _id: 'one', a: [1, 0] },
    { _id: 'two', a: [1, 9] },
    { _id: 'three', a: 1 },
  ])
  const order = (a: 1 | -1) => store.find('things', { a: 1 }, 9, { a }).map(({ _id }) => _id)
  expect(order(1)).toEqual(['one', 'two', 'three'])
  expect(order(-1)).toEqual(['two', 'one', 'three'])
})

test('both ends of a range that stand apart are one range of the index, unless a document has several values there', () => {
  store.insertMany(
    'things',
    Array.from({ length: 50 }, (_, d) => ({ _id: String(d), a: 1, d })),
  )
  const filter = { $and: [{ a: 1 }, { d: { $gte: 10 } }, { d: { $lt: 13 } }] }
  const explained = () => store.explain('things', { filter, limit: 100 })
  expect(explained()).toMatchObject({ index: 'ad', scanned: 3, returned: 3 })
  store.insertMany('things', [{ _id: 'many', a: 1, d: [5, 30] }])
  expect(explained()).toMatchObject({ returned: 4 })
})

test('one member of an array is found, paged and counted by the index alone', async () => {
  const values = [1, [1, 2], [2], [1, 1], [[1]], [], [3, 1], '1']
  store.insertMany(
    'things',
    values.map((a, d) => ({ _id: String(d), a, d })),
  )
  expect(store.explain('things', { filter: { a: 1 }, order: { d: -1 }, skip: 1, limit: 2 })).toMatchObject({
    ...{ index: 'ad', exact: true, sortsItself: true, scanned: 2, returned: 2 },
  })
  const asked = { collectionName: 'things', query: '{"a":1}' }
  const page = await store.handle('database.getDocument', {
    ...asked,
    order: '{"d":-1}',
    offset: 1,
    limit: 2,
  })
  const { list } = (page as { data: { list: string[] } }).data
  expect(list.map((text) => (JSON.parse(text) as Document)._id)).toEqual(['3', '1'])
  const counted = await store.handle('database.calculateDocument', asked)
  expect(counted).toMatchObject({ data: { total: 4 }, meta: { scanned: 0 } })
  // Two ends of a range may be met by two members, so documents have to be looked at.
  expect(store.explain('things', { filter: { a: { $gt: 1, $lt: 3 } } })).toMatchObject({ exact: false })
  // A document with several values in the next field has several rows.
  store.insertMany('things', [{ _id: 'more', a: 1, d: [7, 8] }])
  expect(store.find('things', { a: 1 }).map(({ _id }) => _id)).toHaveLength(5)
})
