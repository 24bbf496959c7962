export type {
  Answer,
  AnswerMeta,
  CollectionSchema,
  DatabaseSchema,
  Document,
  IndexKey,
  IndexSchema,
  Store,
  StoreOptions,
} from './types'
