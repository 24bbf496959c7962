import type { Output, Parsed } from '../../../../contract'
import type { KnownContext } from '../../../platform/context'
import { collection, command, read, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import type { Person } from '../../registry/documents'
import type { TrainingClass } from '../documents'
import { recordChunk } from './record-chunk'
import { type Recorder, recorderOf } from './recorder'
import { requireRecordable, sessionOf } from './sessions'
import { walkIn } from './walk-in'

export type Entry = Parsed<'training.recordAttendance'>['entries'][number]
export type Result = Output<'training.recordAttendance'>['results'][number]
/** What all entries of a call have in common. */
export interface Recording {
  training: TrainingClass
  session: string
  recorder: Recorder
}

/** Ticks written in one transaction: few enough that a person who scans meanwhile undoes little work. */
const CHUNK = 20

/**
 * Ticks twenty a transaction, walk-ins one each, in the order of the entries: one round trip for each who is changed and
 * five for the transaction; before them the class, and the people who walked in.
 */
export const recordAttendance: Handler<'training.recordAttendance'> = async (
  { classId, session, entries },
  context,
) => {
  const training = await read<TrainingClass>('classes', classId)
  const recorder = recorderOf(context.account, training)
  if (!training || !recorder) throw new Refused('NOT_FOUND')
  requireRecordable(training, sessionOf(training, session), context.now)
  const recording = { training, session, recorder }
  const people = await peopleOf(entries)
  const results: Result[] = []
  for (const [n, part] of parts(entries).entries())
    results.push(...(await record(part, `p${n}`, recording, people, context)))
  return { results }
}

async function record(
  part: Entry[],
  name: string,
  recording: Recording,
  people: Map<string, Person>,
  context: KnownContext,
): Promise<Result[]> {
  const [first] = part
  return first?.how === 'walkIn' && first.present
    ? [await walkIn(first, name, recording, people.get(first.personId), context)]
    : recordChunk(part, name, recording, context)
}

/** Entries in their order: each walk-in alone, what is between them in chunks. The same entries make the same parts. */
function parts(entries: readonly Entry[]): Entry[][] {
  const made: Entry[][] = []
  let open: Entry[] | undefined
  for (const entry of entries) {
    const alone = entry.how === 'walkIn' && entry.present
    if (alone || !open || open.length >= CHUNK) {
      made.push([entry])
      open = alone ? undefined : made.at(-1)
    } else open.push(entry)
  }
  return made
}

async function peopleOf(entries: readonly Entry[]): Promise<Map<string, Person>> {
  const ids = [...new Set(entries.flatMap(({ how, personId }) => (how === 'walkIn' ? [personId] : [])))]
  if (ids.length === 0) return new Map()
  const found: Person[] = []
  for (let from = 0; from < ids.length; from += 100) {
    const some = ids.slice(from, from + 100)
    found.push(
      ...(await rows<Person>(
        collection('people')
          .where({ _id: command.in(some) })
          .limit(some.length),
      )),
    )
  }
  return new Map(found.map((person) => [person._id, person]))
}
