import type { ImportKind } from '../../../../contract/import'
import type { CollectionName } from '../../../platform/database'
import { contracts } from './contracts'
import { experts } from './experts'
import { households } from './households'
import { informants } from './informants'
import type { Kind } from './kind'
import { people } from './people'
import { regions } from './regions'

export const KINDS: Record<ImportKind, Kind> = {
  villages: regions,
  households,
  people,
  experts,
  informants,
  contracts,
}

/** Where the documents are that a row's ids name. */
export const COLLECTION_OF: Record<string, CollectionName> = {
  region: 'regions',
  household: 'households',
  head: 'people',
  person: 'people',
  expert: 'experts',
  contract: 'rearingContracts',
  cooperative: 'organisations',
}
