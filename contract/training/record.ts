import * as z from 'zod'
import { cursor, day, id, region } from '../fields'
import { operation } from '../operation'
import { CLASS_KINDS, TOPICS } from './words'

const bureau = { bureau: 'scope' } as const
const year = z.int().min(2000).max(2100)

/** What somebody has attended over the years, latest first: of oneself, who agreed to be acted for, an informant's and the bureau's people. */
export const record = operation({
  name: 'training.record',
  function: 'api',
  by: { villager: 'own', informant: 'scope', bureau: 'scope' },
  writes: false,
  actsFor: true,
  input: z.strictObject({ personId: id.optional() }),
  output: z.object({
    personId: id,
    name: z.string(),
    years: z.array(z.object({ year: z.int(), attended: z.int() })),
    /** The latest 300 classes; `absent` where a seat was not used. */
    classes: z.array(
      z.object({
        classId: id,
        title: z.string(),
        topic: z.enum(TOPICS),
        kind: z.enum(CLASS_KINDS).optional(),
        day,
        place: z.string(),
        attended: z.boolean(),
        /** At how many of its sessions; absent where only the whole is known. */
        sessions: z.int().optional(),
        /** The number of the certificate it gave; the class's own page says of one that was voided. */
        certificate: z.string().optional(),
      }),
    ),
  }),
  errors: [],
})

/** What attendances are divided by. `assisted` and `other` are the kinds of household. */
export const DIVISIONS = ['topic', 'township', 'village', 'household', 'month'] as const
export const HOUSEHOLD_KINDS = ['assisted', 'other'] as const

/**
 * The attendances (人次: a person attending one class once) of a year, by the Beijing year and month in which the class began,
 * divided in one way. Every attendance is in exactly one line. A scan or a tick is in the count within two minutes.
 */
export const counts = operation({
  name: 'training.counts',
  function: 'api',
  by: bureau,
  writes: false,
  actsFor: false,
  input: z.strictObject({
    year,
    by: z.enum(DIVISIONS),
    /** A part of one's region: attendances of the people of that place. */
    region: region.optional(),
  }),
  output: z.object({
    year: z.int(),
    by: z.enum(DIVISIONS),
    region,
    regionName: z.string(),
    total: z.int(),
    /** What the year is meant to reach, where somebody has set it. */
    target: z.int().optional(),
    /** `key` opens the rows behind the number (training.countRows). */
    lines: z.array(z.object({ key: z.string(), name: z.string().optional(), count: z.int() })),
  }),
  errors: [],
})

/** The attendances behind a number of `training.counts`, latest first; without `key` those of the whole. */
export const countRows = operation({
  name: 'training.countRows',
  function: 'api',
  by: bureau,
  writes: false,
  actsFor: false,
  input: z.strictObject({
    year,
    by: z.enum(DIVISIONS),
    region: region.optional(),
    key: z
      .string()
      .regex(/^[a-z0-9-]{1,20}$/, '请返回重新打开')
      .optional(),
    cursor: cursor.optional(),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        personId: id,
        name: z.string(),
        villageName: z.string(),
        classId: id,
        title: z.string(),
        topic: z.enum(TOPICS),
        day,
      }),
    ),
    next: cursor.optional(),
  }),
  errors: [],
})

/** What a year is meant to reach, in one's region or a part of it; 0 takes it away. */
export const setTarget = operation({
  name: 'training.setTarget',
  function: 'api',
  by: bureau,
  writes: true,
  actsFor: false,
  input: z.strictObject({ year, region: region.optional(), attendances: z.int().min(0).max(10_000_000) }),
  output: z.object({ year: z.int(), region, attendances: z.int() }),
  errors: [],
})
