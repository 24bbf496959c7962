import { collection, command, read, rows } from '../../platform/database'
import type { Region } from './documents'
import { placeOf } from './places'

const BATCH = 5
const VILLAGES = 100

/**
 * What jobs does each minute: where a place got another name, the people, households and accounts that show it. A village
 * is three updates; a township or county each of its villages. The mark goes only when all is done.
 */
export async function renameAll(): Promise<{ renamed: number }> {
  const renamed = await rows<Region>(collection('regions').where({ renamed: true }).limit(BATCH))
  for (const region of renamed) await rename(region)
  return { renamed: renamed.length }
}

async function rename({ _id: code, name }: Region): Promise<void> {
  for (let after = ''; ; ) {
    const villages = await rows<Region>(
      collection('regions')
        .where({
          _id: command
            .gte(code)
            .and(command.lt(`${code}:`))
            .and(command.gt(after)),
          level: 'village',
        })
        .orderBy('_id', 'asc')
        .limit(VILLAGES),
    )
    for (const village of villages) if (!village.archived) await renameIn(village._id)
    const last = villages.at(-1)
    if (!last || villages.length < VILLAGES) break
    after = last._id
  }
  const now = await read<Region>('regions', code)
  // Renamed again meanwhile: then the next run does it again.
  if (now?.name === name)
    await collection('regions')
      .where({ _id: code, name })
      .update({ data: { renamed: false } })
}

async function renameIn(village: string): Promise<void> {
  const { name, place } = await placeOf(village)
  const shown = { villageName: name, place }
  for (const where of ['people', 'households', 'accounts'] as const)
    await collection(where).where({ village }).update({ data: shown })
}
