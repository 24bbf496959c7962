import * as z from 'zod'
import { cursor, day, id, instant, text } from '../fields'
import { operation } from '../operation'
import { CLASS_KINDS } from './words'

const attendees = { villager: 'own', informant: 'scope' } as const
const stars = z.int().min(1, '请点几颗星').max(5, '最多五颗星')

/** What is left to do after a class, for who attended it: everything its page shows. */
export const afterClass = operation({
  name: 'training.afterClass',
  function: 'api',
  by: attendees,
  writes: false,
  actsFor: true,
  input: z.strictObject({ classId: id }),
  output: z.object({
    classId: id,
    title: z.string(),
    kind: z.enum(CLASS_KINDS),
    day,
    place: z.string(),
    /** Whom one can ask more: their page in the directory. */
    teachers: z.array(z.object({ expertId: id, name: z.string(), title: z.string() })),
    materials: z.array(z.object({ name: z.string(), url: z.string().optional() })),
    certificate: z.string().optional(),
    /** The bureau has voided it, and none comes in its place. */
    certificateVoid: z.boolean(),
    /** What came in between, where there is none: how often they were there, and how often it takes. Absent where it gives none. */
    towards: z.object({ attended: z.int(), needed: z.int(), over: z.boolean() }).optional(),
    rating: z.object({ stars: z.int(), words: z.string().optional() }).optional(),
    /** Until when it can be given, or changed; absent where it cannot now. */
    rateUntil: instant.optional(),
  }),
  errors: ['NOT_ATTENDED'],
})

/** Stars and a sentence for a class one attended: once it is over, for thirty days; what was said can be changed for seven. */
export const rate = operation({
  name: 'training.rate',
  function: 'api',
  by: attendees,
  writes: true,
  actsFor: true,
  input: z.strictObject({ classId: id, stars, words: text(100).optional() }),
  output: z.object({ classId: id, stars: z.int(), until: instant }),
  errors: ['NOT_ATTENDED', 'RATING_CLOSED', 'UNSAFE_TEXT'],
})

/** What people thought of a class, for who plans or teaches it: never who said what. */
export const ratings = operation({
  name: 'training.ratings',
  function: 'api',
  by: { bureau: 'scope', expert: 'own' },
  writes: false,
  actsFor: false,
  input: z.strictObject({ classId: id, cursor: cursor.optional() }),
  output: z.object({
    title: z.string(),
    count: z.int(),
    /** To a tenth; absent while there is none. */
    average: z.number().optional(),
    /** How many gave one star, two, … five. */
    byStars: z.array(z.int()).length(5),
    sentences: z.array(z.object({ stars: z.int(), words: z.string(), on: day })),
    next: cursor.optional(),
  }),
  errors: [],
})
