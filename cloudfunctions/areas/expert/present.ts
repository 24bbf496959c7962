import type { ExpertLine } from '../../../contract/expert'
import { dayOf } from '../../../contract/time'
import { collection, command, rows } from '../../platform/database'
import { showPhotos } from '../photo/show'
import type { Region } from '../registry/documents'
import type { Expert } from './documents'
import { takes } from './rules'

const TOWNSHIPS = 100

/**
 * Experts as everybody sees them. At most two round trips for all of them (their townships' names, their photos'
 * verdicts) and one of storage.
 */
export async function presentExperts(experts: readonly Expert[], now: Date): Promise<ExpertLine[]> {
  const photos = experts.flatMap((expert) => expert.photos.slice(0, 1))
  const [names, shown] = await Promise.all([namesOf(experts), showPhotos(photos, false)])
  const urlOf = new Map(photos.map(({ fileID }, index) => [fileID, shown[index]?.url]))
  return experts.map((expert) => ({
    expertId: expert._id,
    name: expert.name,
    title: expert.title,
    fields: expert.fields,
    crops: expert.crops,
    townships: expert.townships.flatMap((code) => {
      const name = names.get(code)
      return name ? [{ code, name }] : []
    }),
    introduction: expert.introduction,
    photoUrl: urlOf.get(expert.photos[0]?.fileID ?? ''),
    phone: expert.phone,
    takes: takes(expert, dayOf(now)),
  }))
}

async function namesOf(experts: readonly Expert[]): Promise<Map<string, string>> {
  const codes = [...new Set(experts.flatMap(({ townships }) => townships))].slice(0, TOWNSHIPS)
  if (codes.length === 0) return new Map()
  const query = collection('regions').where({ _id: command.in(codes) })
  return new Map((await rows<Region>(query.limit(codes.length))).map(({ _id, name }) => [_id, name]))
}
