import { type Action, apply } from './engine'
import { aggregateDocuments, calculateDocument, getDocument } from './reads'
import { begin, end, find } from './transactions'
import { Fault } from './values'
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './writes'

const addCollection: Action = (engine, { collectionName }) => {
  if (typeof collectionName !== 'string' || !/^[\w-]{1,64}$/.test(collectionName)) {
    throw new Fault('INVALID_PARAM', 'bad collection name')
  }
  // “创建集合，如果集合已经存在会创建失败” (developers.weixin.qq.com, Database.createCollection)
  if (engine.disk.collections.has(collectionName))
    throw new Fault('DATABASE_COLLECTION_ALREADY_EXIST', '[ResourceUnavailable.ResourceExist] Table exist')
  engine.disk.create(collectionName)
  return { data: {}, scanned: 0, returned: 0 }
}

const startTransaction: Action = (engine) => {
  const { id } = begin(engine.transactions, engine.now())
  // The SDK reads it beside `data`, not in it.
  return { data: { transactionId: id }, transactionId: id, scanned: 0, returned: 0 }
}

const commitTransaction: Action = (engine, payload) => {
  const transaction = find(engine.transactions, payload.transactionId, engine.now())
  try {
    apply(engine, [...transaction.writes.values()])
  } finally {
    end(engine.transactions, transaction)
  }
  return { data: { transactionId: transaction.id }, scanned: 0, returned: transaction.writes.size }
}

const abortTransaction: Action = (engine, payload) => {
  end(engine.transactions, find(engine.transactions, payload.transactionId, engine.now()))
  return { data: {}, scanned: 0, returned: 0 }
}

/** Every action of the wire protocol that the store answers. */
export const actions = new Map<string, Action>(
  Object.entries({
    getDocument,
    calculateDocument,
    aggregateDocuments,
    insertDocument,
    modifyDocument,
    modifyAndReturnDoc,
    removeDocument,
    addCollection,
    startTransaction,
    commitTransaction,
    abortTransaction,
  }).map(([name, action]) => [`database.${name}`, action]),
)
