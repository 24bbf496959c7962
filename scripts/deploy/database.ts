import type { IndexSchema } from '../../emulator/store/types'
import { ask, type Hands, type Outcome } from './cloud'
import type { Step } from './plan'
import { sayIndex } from './say'

interface TableIndex {
  Name: string
  Unique?: boolean
  Keys?: { Name?: string; Direction?: string }[]
}

const PAGE = 100
/** The cloud makes these itself. */
const OWN_INDEXES = new Set(['_id_', '_openid_1'])

/** The names of all collections. Listed rather than asked one by one: a failed question would look like an absence. */
export async function collectionNames({ cloud }: Hands): Promise<Set<string>> {
  const names = new Set<string>()
  for (let offset = 0; ; offset += PAGE) {
    const { Collections } = await cloud.database.listCollections({ MgoLimit: PAGE, MgoOffset: offset })
    for (const { CollectionName } of Collections) names.add(CollectionName)
    if (Collections.length < PAGE) return names
  }
}

const sameOrder = (
  { Keys = [], Unique = false }: TableIndex,
  { keys, unique = false }: IndexSchema,
): boolean =>
  Unique === unique &&
  Keys.length === keys.length &&
  Keys.every(
    ({ Name, Direction }, at) => Name === keys[at]?.field && Number(Direction) === keys[at]?.direction,
  )

const creation = ({ name, keys, unique = false }: IndexSchema) => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIsUnique: unique,
    MgoIndexKeys: keys.map(({ field, direction }) => ({ Name: field, Direction: String(direction) })),
  },
})

/** Compares what is wanted with what is there. An index with another name but the same fields serves as well. */
export function compareIndexes(wanted: readonly IndexSchema[], there: readonly TableIndex[]) {
  const missing = wanted.filter((index) => !there.some((existing) => sameOrder(existing, index)))
  const replaced = there.filter(
    (existing) =>
      missing.some(({ name }) => name === existing.Name) &&
      !wanted.some((index) => sameOrder(existing, index)),
  )
  const extra = there.filter(
    (existing) =>
      !OWN_INDEXES.has(existing.Name) &&
      !replaced.includes(existing) &&
      !wanted.some((index) => sameOrder(existing, index)),
  )
  return { missing, replaced: replaced.map(({ Name }) => Name), extra: extra.map(({ Name }) => Name) }
}

/** A collection that was made a moment ago may not be ready for its indexes. */
async function patiently<T>(hands: Hands, times: number, work: () => Promise<T>): Promise<T> {
  for (let left = times; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left <= 1) throw error
      await hands.pause(1000)
    }
  }
}

/** Brings one collection, its indexes and its permission about. Documents are never touched; nothing is removed but an
 * index that has our name and other fields, which is made anew. */
export async function applyCollection(
  step: Extract<Step, { kind: 'collection' }>,
  hands: Hands,
  existing: ReadonlySet<string>,
): Promise<Outcome> {
  const { name, permission } = step
  const { database } = hands.cloud
  const did: string[] = []
  const isNew = !existing.has(name)
  if (isNew) {
    await database.createCollection(name)
    did.push('建了集合')
  }
  const tries = isNew ? 10 : 1
  const { Indexes } = await patiently(hands, tries, () => database.describeCollection(name))
  const { missing, replaced, extra } = compareIndexes(step.indexes, Indexes ?? [])
  if (replaced.length > 0) {
    await database.updateCollection(name, { DropIndexes: replaced.map((IndexName) => ({ IndexName })) })
    did.push(`去掉了字段不同的旧索引 ${replaced.join('、')}`)
  }
  if (missing.length > 0) {
    await patiently(hands, tries, () =>
      database.updateCollection(name, { CreateIndexes: missing.map(creation) }),
    )
    did.push(`建了索引 ${missing.map(sayIndex).join('；')}`)
  }
  const { AclTag } = await ask<{ AclTag?: string }>(hands, 'DescribeDatabaseACL', { CollectionName: name })
  if (AclTag !== permission) {
    await ask(hands, 'ModifyDatabaseACL', { CollectionName: name, AclTag: permission })
    did.push(`权限从 ${AclTag ?? '无'} 改为 ${permission}`)
  }
  return { did, notes: extra.length > 0 ? [`还有不是我们的索引，没有动：${extra.join('、')}`] : [] }
}

/** Files: who uploaded one and the functions may read and write it, nobody else. */
export async function applyStorageRule({ rule }: { rule: 'PRIVATE' }, { cloud }: Hands): Promise<Outcome> {
  const before: unknown = await cloud.storage.getStorageAcl()
  if (before === rule) return { did: [], notes: [] }
  await cloud.storage.setStorageAcl(rule)
  return { did: [`从 ${String(before)} 改为 ${rule}`], notes: [] }
}
