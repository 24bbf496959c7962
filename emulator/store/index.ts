import { answerOf, textOf } from './answer'
import { load, textsOf } from './disk/bulk'
import { type Disk, openDisk } from './disk/disk'
import { copyFrom, copyTo } from './disk/snapshot'
import { readAt } from './disk/write'
import { apply, type Engine } from './engine'
import { choose, select } from './select'
import { end, makeTransactions } from './transactions'
import type { Store, StoreOptions } from './types'
import { Fault } from './values'
import { newId } from './writes'

export { Unusable } from './disk/open'
export type * from './types'

/** Opens (or creates) the database file; a write is on disk before it is acknowledged. @throws Unusable */
export function openStore({ file, schema, now = Date.now, maxPages }: StoreOptions): Store {
  const disk: Disk = openDisk(file, schema, maxPages)
  const engine: Engine = { disk, transactions: makeTransactions(), sequence: 0, now }
  return {
    handle: (action, payload) => answerOf(engine, action, payload),
    say: (action, payload) => textOf(engine, action, payload),
    insertMany(name, documents) {
      disk.create(name)
      apply(
        engine,
        documents.map((document) => {
          const _id = document._id ?? newId()
          return { collection: name, id: _id, document: { ...document, _id } }
        }),
      )
      return documents.length
    },
    loadLines(lines) {
      if (engine.transactions.open.size > 0) throw new Error('a transaction is open')
      return load(disk, lines)
    },
    texts: (name) => textsOf(disk, name),
    collections: () =>
      [...disk.collections.values()].map(({ name, docs, indexes }) => ({
        name,
        count: (disk.rows(`SELECT count(*) FROM ${docs}`).get() as [number])[0],
        indexes: indexes.map(({ name: called, keys, unique, many }) => ({
          ...{ name: called, keys, unique },
          manyValues: many.some(Boolean),
        })),
      })),
    find(name, filter, limit = 100, order) {
      const collection = disk.collections.get(name)
      if (!collection) return []
      const { found } = select(disk, collection, { filter, limit, ...(order ? { order } : {}) })
      return found.map((each) => readAt(disk, collection, each))
    },
    explain(name, asked) {
      const collection = disk.collections.get(name)
      if (!collection) throw new Fault('DATABASE_COLLECTION_NOT_EXIST', name)
      const plan = choose(disk, collection, asked)
      const { scanned, found } = select(disk, collection, asked)
      const parts = plan ? { index: plan.index.name, fields: plan.narrowed, spans: plan.spans.length } : {}
      return {
        ...parts,
        sortsItself: plan?.sorted !== undefined,
        exact: plan?.exact ?? false,
        scanned,
        returned: found.length,
      }
    },
    snapshot: (path) => copyTo(disk, path),
    restore(path) {
      // What was begun before is over: a test that failed must not hold up the next one.
      for (const transaction of [...engine.transactions.open.values()]) end(engine.transactions, transaction)
      copyFrom(disk, path)
    },
    close: () => disk.close(),
  }
}
