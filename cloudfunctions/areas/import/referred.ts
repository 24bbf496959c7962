import type { CollectionName } from '../../platform/database'
import type { WrittenRow } from './documents'
import { whereIn } from './lookups'

/** Who refers to what was created: field of another collection. A document that was changed instead tells it itself. */
const REFERENCES: Partial<Record<CollectionName, readonly [CollectionName, string][]>> = {
  people: [
    ['enrolments', 'personId'],
    ['questions', 'person.id'],
    ['questions', 'expert.personId'],
  ],
  households: [
    ['people', 'householdId'],
    ['rearingContracts', 'householdId'],
  ],
  regions: [
    ['people', 'village'],
    ['households', 'village'],
  ],
}

/** What was archived before was brought back, which is as good as new. */
const isNew = (before: object | null): boolean => before === null || 'archived' in before

const valueAt = (document: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)

/** The rows whose created documents others refer to by now; those the same row created do not count, nor archived ones. */
export async function referred(written: readonly WrittenRow[]): Promise<Set<string>> {
  const kept = new Set<string>()
  for (const [of, references] of Object.entries(REFERENCES)) {
    const created = new Map<string, WrittenRow>()
    for (const row of written)
      for (const { collection, id, before } of row.written)
        if (collection === of && isNew(before)) created.set(id, row)
    for (const [name, field] of references) {
      const others = await whereIn<{ _id: string; archived?: object }>(name, field, [...created.keys()])
      for (const other of others) {
        const row = created.get(String(valueAt(other, field)))
        if (row && !other.archived && !row.written.some(({ id }) => id === other._id)) kept.add(row._id)
      }
    }
  }
  return kept
}
