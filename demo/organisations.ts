import type { Organisation } from '../cloudfunctions/areas/registry/documents'
import { derivedOrganisation } from '../cloudfunctions/areas/registry/put-organisation'
import { COOPERATIVE, COUNTY } from './people'

/** The two that stand behind every rearing contract, and others of the county that have nobody to act for them yet. */
export const makeOrganisations = (): Organisation[] =>
  [
    { _id: COOPERATIVE.id, name: COOPERATIVE.name, kind: 'cooperative' as const, phone: '19900009001' },
    { _id: 'company-1', name: COOPERATIVE.company, kind: 'company' as const, phone: '19900009002' },
    { _id: 'coop-2', name: '青石乡脆李种植专业合作社', kind: 'cooperative' as const, region: `${COUNTY}100` },
    { _id: 'coop-3', name: '白水乡中蜂养殖专业合作社', kind: 'cooperative' as const, region: `${COUNTY}102` },
    { _id: 'company-2', name: '云岭高原药材有限公司', kind: 'company' as const, phone: '19900009003' },
  ].map((each) => derivedOrganisation(null, { region: COUNTY, ...each }))
