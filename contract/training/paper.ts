import * as z from 'zod'
import { id, instant } from '../fields'
import { known, operation } from '../operation'
import { sessionId } from './check-in'
import { CLASS_KINDS } from './words'

const planners = { bureau: 'scope', expert: 'own' } as const
const format = z.enum(['word', 'excel'])

const paper = <const N extends string, I extends z.ZodRawShape>(name: N, more: I) =>
  operation({
    name,
    function: 'documents',
    by: planners,
    writes: true,
    actsFor: false,
    limit: { calls: 20, minutes: 60 },
    input: z.strictObject({ classId: id, format, ...more }),
    /** Its address, good for two hours, how it is called, and how many people are on it. */
    output: z.object({ url: z.string(), name: z.string(), rows: z.int() }),
    errors: [],
  })

/** A sheet to sign on the day, by village. What kind of household somebody is, is on no paper. */
export const signInSheet = paper('training.signInSheet', { session: sessionId })
/** Who is in a class, with what they answered, by village. */
export const rosterSheet = paper('training.rosterSheet', {})

/** What a notice of a published class says, with the mini-program code that opens the class as a data URL. */
export const classCode = operation({
  name: 'training.classCode',
  function: 'api',
  by: known('all'),
  writes: false,
  actsFor: false,
  limit: { calls: 60, minutes: 10 },
  input: z.strictObject({ classId: id }),
  output: z.object({
    picture: z.string(),
    title: z.string(),
    kind: z.enum(CLASS_KINDS),
    startsAt: instant,
    endsAt: instant,
    days: z.number(),
    place: z.string(),
    meet: z.string(),
    bring: z.string(),
    costs: z.string(),
    contact: z.string(),
    signUpClosesAt: instant,
    teachers: z.array(z.string()),
    /** When and where each of its sessions is. */
    sessions: z.array(z.object({ startsAt: instant, endsAt: instant, place: z.string() })),
    minAge: z.int().optional(),
    /** Names of the places it is for. For what kind of people it is, is told to nobody. */
    openTo: z.array(z.string()),
  }),
  errors: ['CLASS_STATE'],
})
