import { unseal } from '../../../platform/secrets'
import type { Person } from '../../registry/documents'
import { withNumber } from '../../registry/hashes'
import type { Told } from '../../registry/put-person'
import { type ImportRow, idOf, rowId } from '../documents'
import { inScope } from '../places'
import { archivedWrongly } from './archived'
import type { Surroundings } from './kind'

type Wrong = { wrong: string; key?: string }

/** Whether an id could be somebody's of the importer: who is elsewhere is only told to be registered already. */
export const isTheirs = ({ village, home }: Person, { places }: Surroundings): boolean =>
  inScope(places.scopes, village ?? home ?? '')

/** The id of somebody who is not there yet: made of the number where it is known, else of what else tells them apart. */
export const newPersonId = ({ identityHash }: ImportRow, ...parts: string[]): string =>
  identityHash ? idOf('person', 'number', identityHash) : idOf('person', ...parts)

/**
 * Somebody with what a row says of them: an empty cell leaves what is there. Refuses what only a person can decide: another
 * name, another number, somebody archived. `fresh`: what somebody new has beside it.
 */
export function personWith(
  before: Person | null,
  row: ImportRow,
  name: string,
  fresh: Omit<Told, 'name' | 'birthYear'>,
  surroundings: Surroundings,
): Told | Wrong {
  const { birthYear, phone } = row.values as { birthYear?: number; phone?: string }
  const { configuration, importId } = surroundings
  const archived = archivedWrongly(before, '这个人')
  if (archived) return { wrong: archived }
  if (before && !before.archived) {
    if (!isTheirs(before, surroundings))
      return { wrong: '这个身份证号已经登记在您负责的范围以外。请联系县科技局。', key: 'identity' }
    if (before.name !== name)
      return { wrong: '这个身份证号登记的是另一个姓名。改姓名请在登记册里改。', key: 'name' }
    if (row.identityHash && before.identityHash && before.identityHash !== row.identityHash)
      return { wrong: '登记册里这个人的身份证号和这里不一样。请核对。', key: 'identity' }
  }
  if (before === null && !row.identityHash && birthYear === undefined)
    return { wrong: '登记册里还没有这个人，身份证号和出生年份至少要填一个。' }
  const { archived: _, leaving: __, ...kept }: Told = before ?? { ...fresh, name, birthYear: birthYear ?? 0 }
  const told: Told = {
    ...kept,
    ...(phone !== undefined ? { phone } : {}),
    ...(birthYear !== undefined && !row.identityHash && !kept.identityHash ? { birthYear } : {}),
  }
  if (!row.identity || kept.identityHash === row.identityHash) return told
  return withNumber(told, unseal(row.identity, rowId(importId, row.row), configuration), configuration)
}
