import * as z from 'zod'
import { id, region } from '../fields'
import { operation } from '../operation'
import { address, birthYear, personName, phone, villageCode } from './fields'
import { archived, member, reason, version } from './person'
import { READERS } from './search'

export const householdCard = z.object({
  householdId: id,
  version,
  headName: z.string(),
  region,
  villageName: z.string(),
  address: z.string().optional(),
  /** 帮扶户, and the cadre responsible; absent for an informant. */
  assisted: z.boolean().optional(),
  cadre: z.object({ personId: id, name: z.string() }).optional(),
  members: z.array(member),
  /** Members who were archived, newest last. */
  former: z.array(z.object({ personId: id, name: z.string(), reason: z.string() })),
  archived: archived.optional(),
  mayChange: z.boolean(),
})
export type HouseholdCard = z.infer<typeof householdCard>

/** A household with everybody in it; that it was looked at is recorded. */
export const household = operation({
  name: 'registry.household',
  function: 'api',
  by: READERS,
  writes: false,
  actsFor: false,
  input: z.strictObject({ householdId: id }),
  output: householdCard,
  errors: [],
})

const write = { function: 'api', by: { bureau: 'scope' }, writes: true, actsFor: false } as const
const written = z.object({ householdId: id, version })

/** Adds a household with its head, or changes its address, whether it is assisted, and by which cadre. */
export const saveHousehold = operation({
  ...write,
  name: 'registry.saveHousehold',
  input: z
    .strictObject({
      householdId: id.optional(),
      version: version.optional(),
      /** Of a new one: where it is and who is its head. */
      village: villageCode.optional(),
      head: z.strictObject({ name: personName, birthYear, phone: phone.optional() }).optional(),
      address: address.optional(),
      assisted: z.boolean().default(false),
      cadreId: id.optional(),
    })
    .refine((sent) => (sent.householdId === undefined) === (sent.version === undefined), {
      path: ['version'],
      message: '请返回，重新打开这一户再改',
    })
    .refine((sent) => (sent.householdId === undefined) === (sent.village !== undefined), {
      path: ['village'],
      message: '请选一下在哪个村',
    })
    .refine((sent) => (sent.householdId === undefined) === (sent.head !== undefined), {
      path: ['head'],
      message: '请填户主',
    }),
  output: written,
  errors: ['STALE', 'ARCHIVED', 'NO_SUCH_REGION', 'NO_CADRE'],
})

/** The whole household to another village; its contracts stay as they were signed. */
export const moveHousehold = operation({
  ...write,
  name: 'registry.moveHousehold',
  input: z.strictObject({ householdId: id, version, village: villageCode }),
  output: written,
  errors: ['STALE', 'ARCHIVED', 'NO_SUCH_REGION'],
})

/** Another member becomes the head; one who died is archived. How the others stand to the new head is asked anew. */
export const changeHead = operation({
  ...write,
  name: 'registry.changeHead',
  input: z.strictObject({ householdId: id, version, newHead: id, reason: z.enum(['death', 'other']) }),
  output: written,
  errors: ['STALE', 'ARCHIVED', 'NOT_A_MEMBER'],
})

/** Some members become a household of their own, in the same village. Contracts stay with the old one. */
export const divideHousehold = operation({
  ...write,
  name: 'registry.divideHousehold',
  input: z
    .strictObject({
      householdId: id,
      version,
      members: z.array(id).min(1, '请选分出去的人').max(20),
      newHead: id,
      address: address.optional(),
    })
    .refine(({ members, newHead }) => members.includes(newHead), {
      path: ['newHead'],
      message: '新户主要在分出去的人里选',
    }),
  output: written,
  errors: ['STALE', 'ARCHIVED', 'NOT_A_MEMBER', 'HEAD_STAYS'],
})

/** Puts away a household in which nobody is left. */
export const archiveHousehold = operation({
  ...write,
  name: 'registry.archiveHousehold',
  input: z.strictObject({ householdId: id, version, reason }),
  output: z.object({ householdId: id }),
  errors: ['STALE', 'ARCHIVED', 'STILL_LIVED_IN', 'HAS_CONTRACT'],
})
