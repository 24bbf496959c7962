import type { Region } from '../../registry/documents'
import { alike } from '../documents'
import { archivedWrongly } from './archived'
import type { Kind } from './kind'
import type { Read } from './rules'

/** Townships and villages: their code is their id. What shows an old name is changed by jobs (registry/rename.ts). */
export const regions: Kind = {
  find: async (rows) => rows.map(({ values }) => ({ ids: { region: String(values.code) } })),
  async plan({ values, ids }, get) {
    const { name = '', code = '' } = values as Read<'villages'>
    const before = await get<Region>('regions', ids.region!)
    const wrong = archivedWrongly(before, '这个地方')
    if (wrong) return { wrong }
    const { archived: _, ...kept }: Region = before ?? {
      ...{ _id: code, name, level: code.length === 9 ? 'township' : 'village' },
    }
    const after: Region = { ...kept, name, ...(kept.name === name ? {} : { renamed: true }) }
    const changes = alike(before, after) ? [] : [{ collection: 'regions' as const, before, after }]
    return { about: { kind: 'region', id: code, name, place: code }, changes }
  },
}
