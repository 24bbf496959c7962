import type { ImportKind, ImportProgress } from '../../../contract/import'
import { placesOf as placesUnder } from '../../platform/audit'
import { type Context, type KnownContext, scopesOf } from '../../platform/context'
import { read } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import type { ImportDocument } from './documents'
import { CHUNK_ROWS } from './documents'
import { inScope } from './places'

type Account = Context['account']

/** The regions somebody imports for; an administrator's is the empty one. Refuses who has none. */
export function importScopes({ account }: KnownContext): string[] {
  if (account.roles.some(({ role }) => role === 'admin')) return ['']
  const scopes = scopesOf(account, 'bureau').filter((scope) => scope.length >= 6)
  if (scopes.length === 0) throw new Refused('FORBIDDEN')
  return scopes
}

const COUNTY_DIGITS = 6

/** Experts belong to a whole county: they are brought by who has it all. Refuses FORBIDDEN with a sentence. */
export function requireKind(kind: ImportKind, scopes: readonly string[]): void {
  if (kind !== 'experts') return
  if (!scopes.some((scope) => scope.length <= COUNTY_DIGITS))
    throw new Refused('FORBIDDEN', '专家由县里统一登记。请把表格交给县科技局导入。')
}

/** What lists of imports go by: everything its scopes lie in, and a word every import has. */
export const EVERY = '*'
export const placesOfImport = (scopes: readonly string[]): string[] => [
  EVERY,
  ...new Set(scopes.flatMap((scope) => placesUnder(scope === '' ? undefined : scope))),
]

const holds = (account: Account, scopes: readonly string[]): boolean =>
  account?.roles.some(({ role }) => role === 'admin') ||
  scopes.every((scope) => scope !== '' && inScope(scopesOf(account, 'bureau'), scope))

/** An import of the caller's regions. One round trip. Refuses NOT_FOUND. */
export async function importOf(importId: string, { account }: KnownContext): Promise<ImportDocument> {
  const found = await read<ImportDocument>('imports', importId)
  if (!found || !holds(account, found.scopes)) throw new Refused('NOT_FOUND')
  return found
}

/** Refuses what would need rows that have been removed. */
export function requireRows({ forgetAt }: ImportDocument, now: Date): void {
  if (forgetAt < now.toISOString()) throw new Refused('IMPORT_FORGOTTEN')
}

/** There is something to take back: also what was kept at an earlier undoing, as when others referred to it then. */
export const undoable = ({ state, counts }: Pick<ImportDocument, 'state' | 'counts'>): boolean =>
  (state === 'done' && counts.written > 0) || (state === 'undone' && counts.kept > 0)

/** An import as the client sees it. */
export function present(found: ImportDocument, now: Date): ImportProgress {
  const { counts, state, chunks, next } = found
  const part = Math.min(counts.rows, next * CHUNK_ROWS)
  const [done, total] =
    state === 'undoing' || state === 'undone'
      ? [counts.undone + counts.kept, counts.written]
      : [state === 'done' || next >= chunks ? counts.rows : part, counts.rows]
  return {
    ...{ importId: found._id, kind: found.kind, state, at: found.at, by: found.who.name },
    ...{ done, total, counts },
    mayUndo: undoable(found) && found.forgetAt > now.toISOString(),
  }
}
