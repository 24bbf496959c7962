import type { KnownContext } from '../../platform/context'
import { collection, command } from '../../platform/database'
import { importOf } from './access'
import { compareChunk } from './compare'
import type { ImportDocument } from './documents'
import type { Surroundings } from './kinds/kind'
import { surroundingsOf } from './surroundings'
import { undoSome } from './undo-rows'
import { writeChunk } from './write-chunk'

/** A call works for so long; the rest is for others. The client's own patience is twenty seconds. */
const WORK_MS = 8_000

/** What a piece of work added to the counts; undefined: there was no time to finish it. */
export type Added = Partial<Record<keyof ImportDocument['counts'], number>> | undefined

/**
 * Goes on with whatever an import has to do, until it is done or the time is over. Pieces that are done are counted once,
 * whoever does them: the count is changed only by who moves the import on.
 */
export async function work(
  begun: ImportDocument,
  context: KnownContext,
  known?: Surroundings,
): Promise<ImportDocument> {
  const until = context.now.getTime() + WORK_MS
  let found = begun
  let surroundings = known
  while (['checking', 'writing', 'undoing'].includes(found.state)) {
    if (found.state === 'undoing') await undoSome(found, context, until)
    else {
      surroundings ??= await surroundingsOf(found, context)
      const added =
        found.state === 'checking'
          ? await compareChunk(found, surroundings)
          : await writeChunk(found, surroundings, context, until)
      if (!added) return found
      await moveOn(found, added)
    }
    found = await importOf(found._id, context)
    if (Date.now() > until) break
  }
  return found
}

/** Counts a chunk as done, unless somebody else has. One round trip. */
async function moveOn({ _id, state, next, chunks }: ImportDocument, added: Exclude<Added, undefined>) {
  const last = next + 1 >= chunks
  const counts = Object.fromEntries(
    Object.entries(added).map(([name, count]) => [`counts.${name}`, command.inc(count)]),
  )
  const data = {
    ...counts,
    next: next + 1,
    ...(last ? { state: state === 'checking' ? 'ready' : 'done' } : {}),
  }
  await collection('imports').where({ _id, state, next }).update({ data })
}
