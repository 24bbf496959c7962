import type { Plan } from '../../../contract/training/plan'
import type { KnownContext } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import { requireOwnFiles, requireUploaded } from '../../platform/files'
import { Refused } from '../../platform/refusal'
import type { Expert } from '../expert/documents'
import type { Region } from '../registry/documents'
import type { TrainingClass } from './documents'

/** The experts who teach a class, as it names them; one that is not there is told by its field. One round trip. */
export async function teachersOf(ids: readonly string[]): Promise<TrainingClass['teachers']> {
  if (ids.length === 0) return []
  const query = collection('experts')
    .where({ _id: command.in([...ids]) })
    .limit(ids.length)
  const found = new Map((await rows<Expert>(query)).map((expert) => [expert._id, expert]))
  return [...new Set(ids)].map((id, n) => {
    const expert = found.get(id)
    if (!expert || expert.archived)
      throw new Refused('INVALID_INPUT', undefined, { [`plan.teacherIds.${n}`]: '没有这位老师，请重新选' })
    return { expertId: id, personId: expert.personId, name: expert.name, title: expert.title }
  })
}

/** The most places one query brings. */
const MOST_PLACES = 100

/** Names of places, by code; those that are not there are left out. One round trip, none for none. */
export async function placeNames(codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const query = collection('regions')
    .where({ _id: command.in(codes.slice(0, MOST_PLACES)) })
    .limit(MOST_PLACES)
  return new Map((await rows<Region>(query)).map(({ _id, name }) => [_id, name]))
}

/** Places with their names. One round trip. */
export async function namesOf(codes: readonly string[]): Promise<TrainingClass['openTo']> {
  const names = await placeNames(codes)
  return [...new Set(codes)].map((code, n) => {
    const name = names.get(code)
    if (name === undefined)
      throw new Refused('INVALID_INPUT', undefined, { [`plan.openTo.${n}`]: '没有这个地方，请重新选' })
    return { code, name }
  })
}

/** A place that seats are kept for must be there. A round trip for each hundred places, none for none. */
export async function requirePlaces(
  reserved: NonNullable<TrainingClass['reserved']>,
  field: string,
): Promise<void> {
  const codes = [...new Set(reserved.flatMap(({ regions = [] }) => regions))]
  const known = new Set<string>()
  for (let from = 0; from < codes.length; from += MOST_PLACES)
    for (const code of (await placeNames(codes.slice(from, from + MOST_PLACES))).keys()) known.add(code)
  for (const [n, { regions = [] }] of reserved.entries())
    if (regions.some((code) => !known.has(code)))
      throw new Refused('INVALID_INPUT', undefined, { [`${field}.${n}.regions`]: '没有这个地方，请重新选' })
}

/** Files that are new must be the caller's own, and there. */
export async function checkFiles(
  { cover, materials }: Plan,
  before: TrainingClass | null,
  { openid, configuration }: KnownContext,
): Promise<void> {
  const known = new Set([
    ...(before?.photos ?? []).map(({ fileID }) => fileID),
    ...(before?.materials ?? []).map(({ file }) => file),
  ])
  const files = [...(cover ? [cover] : []), ...materials.map(({ file }) => file)]
  const fresh = files.filter((file) => !known.has(file))
  requireOwnFiles(openid, configuration, fresh)
  await requireUploaded(fresh)
}

/** Everything villagers will read. */
export const wordsOf = ({
  title,
  topicName = '',
  about,
  costs,
  meet,
  bring,
  sessions,
  questions,
  materials,
}: Plan) =>
  [
    title,
    topicName,
    costs,
    meet,
    bring,
    ...sessions.map(({ place }) => place),
    ...questions.flatMap(({ label, options = [] }) => [label, ...options]),
    ...materials.map(({ name }) => name),
    about,
  ].join('\n')
