import type { KnownContext } from '../../platform/context'
import type { Region } from '../registry/documents'
import type { ImportDocument } from './documents'
import type { Surroundings } from './kinds/kind'
import { regionsOf } from './lookups'
import { placesOf } from './places'

/** What the rules of a kind know beside the row. As many round trips as the county has hundreds of regions. */
export async function surroundingsOf(
  { _id, scopes }: Pick<ImportDocument, '_id' | 'scopes'>,
  { configuration, now, openid }: KnownContext,
): Promise<Surroundings> {
  const places = placesOf(await regionsOf<Region>(scopes), scopes)
  return { places, configuration, now, openid, importId: _id }
}
