import type { Organisation } from '../cloudfunctions/areas/registry/documents'
import { COOPERATIVE, COUNTY } from './people'

/** The two that stand behind every rearing contract. */
export const makeOrganisations = (): Organisation[] => [
  { _id: COOPERATIVE.id, name: COOPERATIVE.name, kind: 'cooperative', region: COUNTY, phone: '19900009001' },
  { _id: 'company-1', name: COOPERATIVE.company, kind: 'company', region: COUNTY, phone: '19900009002' },
]
