import { read } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import type { Region } from '../registry/documents'

/** A village one may name as one's own; NO_SUCH_REGION otherwise. One round trip. */
export async function villageNamed(code: string): Promise<Region> {
  const region = await read<Region>('regions', code)
  if (region?.level !== 'village' || region.archived) throw new Refused('NO_SUCH_REGION')
  return region
}
