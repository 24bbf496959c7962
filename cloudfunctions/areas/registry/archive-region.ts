import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Region } from './documents'
import { listing } from './listing'
import { refuseForeign } from './save-region'
import { ANYBODY } from './search-words'

/** Nine round trips. */
export const archiveRegion: Handler<'registry.archiveRegion'> = async ({ code, reason }, context) => {
  refuseForeign(code, context)
  const inhabited = await isInhabited(code)
  const about = [{ kind: 'region' as const, id: code, name: code, place: code }]
  return context.once(
    async (transaction) => {
      const region = await transaction.get<Region>('regions', code)
      if (!region) throw new Refused('NOT_FOUND')
      if (region.archived) throw new Refused('ARCHIVED')
      if (inhabited) throw new Refused('STILL_LIVED_IN')
      about.splice(0, 1, { kind: 'region', id: code, name: region.name, place: code })
      await transaction.set('regions', { ...region, archived: { at: context.now.toISOString(), reason } })
      return { code }
    },
    undefined,
    { about, reason },
  )
}

/** Whether anybody or any household is registered there, or a place in it is still open. Three round trips. */
async function isInhabited(code: string): Promise<boolean> {
  const of = { word: ANYBODY, scopes: [code], size: 1 }
  const inside = collection('regions').where({
    _id: command.gt(code).and(command.lt(`${code}:`)),
    archived: command.exists(false),
  })
  const [people, households, places] = await Promise.all([
    listing('people', of),
    listing('households', of),
    rows(inside.limit(1)),
  ])
  return people.rows.length + households.rows.length + places.length > 0
}
