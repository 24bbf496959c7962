import type { ENTRY_TYPES, Evidence, ItemKind } from '../../../contract/dividend'
import type { Photo } from '../photo/documents'

/** `rearingContracts`: co-op, company and household; immutable once signed. Days are Beijing days. */
export interface RearingContract {
  _id: string
  number: string
  householdId: string
  headId: string
  headName: string
  village: string
  villageName: string
  cooperativeId: string
  cooperativeName: string
  companyName: string
  animals: string
  principalFen: number
  annualFen: number
  premiumFen: number
  coverFen: number
  startsOn: string
  termYears: number
  /** MM-DD on which each year's items are due. */
  payBy: string
}

/** `dividendItems`, _id = contract:year:kind — where an item stands now; the entries are the truth behind it. */
export interface DividendItem {
  _id: string
  contractId: string
  householdId: string
  headId: string
  headName: string
  village: string
  villageName: string
  cooperativeId: string
  cooperativeName: string
  kind: ItemKind
  /** Contract year, from 1. */
  year: number
  dueOn: string
  /** Calendar year of dueOn, for the co-op's list. */
  dueYear: number
  amountFen: number
  state: 'due' | 'confirmed' | 'disputed'
  /** How many entries there are; the next one's number. */
  entries: number
  /** Null once reversed: an update cannot leave a field out. */
  confirmation?: { evidence: Evidence; at: string; by: string } | null
  /** The receipts of the confirmation. */
  photos: Photo[]
  /** A photo still has to be handed to WeChat's check; jobs does it. */
  photosToCheck: boolean
  /** When jobs has to look at them (again); empty: now. */
  photosCheckAt?: string
  dispute?: { at: string; text: string } | null
  /** A dispute its co-op's officers have not been told of yet; jobs does it. */
  officersToTell: boolean
}

/** `dividendEntries`, _id = item:n — the ledger. Appended, never changed; a mistake is a `reverse` with a reason. */
export interface DividendEntry {
  _id: string
  itemId: string
  contractId: string
  cooperativeId: string
  type: (typeof ENTRY_TYPES)[number]
  /** What it adds to what was paid: + for confirm, − for reverse, 0 for dispute. */
  amountFen: number
  evidence?: Evidence
  reason?: string
  by: { personId: string; name: string; openid: string }
  at: string
}

export const itemId = (contractId: string, year: number, kind: ItemKind): string =>
  `${contractId}:${year}:${kind}`
export const entryId = (item: string, n: number): string => `${item}:${n}`
