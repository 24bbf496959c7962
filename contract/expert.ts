import * as z from 'zod'
import { SUBJECTS } from './consultation'
import { cursor, day, fileID, id, region, text } from './fields'
import { everybody, operation } from './operation'
import { phone } from './registry/fields'
import { version } from './registry/person'
import { TOPICS } from './training'

/** An expert as everybody sees them. */
export const expertLine = z.object({
  expertId: id,
  name: z.string(),
  title: z.string(),
  fields: z.array(z.enum(TOPICS)),
  crops: z.array(z.enum(SUBJECTS)),
  /** Townships served; none: the whole county. */
  townships: z.array(z.object({ code: region, name: z.string() })),
  introduction: z.string(),
  /** Absent until WeChat has looked at it. */
  photoUrl: z.string().optional(),
  /** Only where they allow calls. */
  phone: z.string().optional(),
  /** Whether a question can be sent to them now, and if not, why. */
  takes: z.object({
    now: z.boolean(),
    why: z.enum(['leave', 'full', 'paused']).optional(),
    /** The last day of their leave. */
    until: day.optional(),
  }),
})
export type ExpertLine = z.infer<typeof expertLine>

/** The directory: by field or crop, and who serves a township. */
export const list = operation({
  name: 'expert.list',
  function: 'api',
  by: everybody('all'),
  writes: false,
  actsFor: false,
  input: z
    .strictObject({
      field: z.enum(TOPICS).optional(),
      crop: z.enum(SUBJECTS).optional(),
      township: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      cursor: cursor.optional(),
    })
    .refine(({ field, crop }) => !(field && crop), { path: ['crop'], message: '行业和品种只选一个' }),
  output: z.object({ experts: z.array(expertLine), next: cursor.optional() }),
  errors: [],
})

const leave = z
  .strictObject({ from: day, until: day })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: '结束日期要在开始日期之后' })
const maxOpen = z.int().min(1, '至少 1 个').max(100, '最多 100 个')

export const get = operation({
  name: 'expert.get',
  function: 'api',
  by: everybody('all'),
  writes: false,
  actsFor: false,
  input: z.strictObject({ expertId: id }),
  output: expertLine.extend({
    /** For the expert and for the bureau of their county: what they may change. */
    settings: z
      .object({
        version,
        personId: id,
        taking: z.boolean(),
        leave: z.object({ from: day, until: day }).optional(),
        open: z.int(),
        maxOpen: z.int(),
        /** The photo as it is kept; it may wait for WeChat's check. */
        photo: z.string().optional(),
      })
      .optional(),
  }),
  errors: [],
})

/** What the bureau decides: who is an expert, of what, for where. Who they are and when they are away is their own. */
export const save = operation({
  name: 'expert.save',
  function: 'api',
  by: { bureau: 'scope' },
  writes: true,
  actsFor: false,
  input: z
    .strictObject({
      expertId: id.optional(),
      version: version.optional(),
      personId: id,
      title: text(20, 2, '请写职称，比如“农艺师”'),
      fields: z.array(z.enum(TOPICS)).min(1, '请选行业').max(TOPICS.length),
      crops: z.array(z.enum(SUBJECTS)).max(SUBJECTS.length),
      townships: z.array(z.string().regex(/^\d{9}$/, '请选乡镇')).max(60),
      taking: z.boolean(),
      maxOpen,
    })
    .refine((sent) => (sent.expertId === undefined) === (sent.version === undefined), {
      path: ['version'],
      message: '请返回，重新打开再改',
    }),
  output: z.object({ expertId: id, version }),
  errors: ['STALE', 'ARCHIVED', 'EXPERT_ALREADY', 'NO_SUCH_REGION'],
})

/** An expert's own words, photo, leave and how many questions may wait for them. What is left out is taken away. */
export const setMine = operation({
  name: 'expert.setMine',
  function: 'api',
  by: { expert: 'own' },
  writes: true,
  actsFor: false,
  input: z.strictObject({
    introduction: text(300).default(''),
    photo: fileID.optional(),
    leave: leave.optional(),
    maxOpen,
    taking: z.boolean(),
    /** The number villagers may call; without one they cannot. */
    phone: phone.optional(),
  }),
  output: z.object({ expertId: id, version }),
  errors: ['UNSAFE_TEXT', 'FILE_NOT_YOURS'],
})
