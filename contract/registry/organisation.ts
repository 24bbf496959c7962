import * as z from 'zod'
import { cursor, id, region, text } from '../fields'
import { operation } from '../operation'
import { officePhone } from './fields'
import { archived, reason, version } from './person'

export const ORGANISATION_KINDS = ['cooperative', 'company'] as const

export const organisation = z.object({
  organisationId: id,
  version,
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  region,
  phone: z.string().optional(),
  /** Who may act for it. */
  officers: z.array(z.object({ personId: id, name: z.string(), hasWeChat: z.boolean() })),
  archived: archived.optional(),
})
export type OrganisationLine = z.infer<typeof organisation>

/** Co-ops and companies of the operator's region, with their officers. */
export const organisations = operation({
  name: 'registry.organisations',
  function: 'api',
  by: { bureau: 'scope', admin: 'scope' },
  writes: false,
  actsFor: false,
  input: z.strictObject({ archived: z.boolean().default(false), cursor: cursor.optional() }),
  output: z.object({ organisations: z.array(organisation), next: cursor.optional() }),
  errors: [],
})

const write = { function: 'api', by: { bureau: 'scope' }, writes: true, actsFor: false } as const

export const saveOrganisation = operation({
  ...write,
  name: 'registry.saveOrganisation',
  input: z
    .strictObject({
      organisationId: id.optional(),
      version: version.optional(),
      name: text(40, 4, '请写全称，至少四个字'),
      kind: z.enum(ORGANISATION_KINDS, '请选合作社或企业'),
      region,
      phone: officePhone.optional(),
    })
    .refine((sent) => (sent.organisationId === undefined) === (sent.version === undefined), {
      path: ['version'],
      message: '请返回，重新打开再改',
    }),
  output: z.object({ organisationId: id, version }),
  errors: ['STALE', 'ARCHIVED', 'NO_SUCH_REGION'],
})

/** Refused while somebody acts for it or it owes households something. */
export const archiveOrganisation = operation({
  ...write,
  name: 'registry.archiveOrganisation',
  input: z.strictObject({ organisationId: id, version, reason }),
  output: z.object({ organisationId: id }),
  errors: ['STALE', 'ARCHIVED', 'HAS_OFFICERS', 'HAS_CONTRACT'],
})
