import { checkText } from '../../platform/content'
import { type KnownContext, mayActFor, type Subject, subjectOfPerson } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { wordsIn } from './answers'
import { type Looked, look } from './look'
import { type Asked, type Result, refusalFor } from './may-enrol'
import { elsewhereInstead, sayElsewhere, sayingOf, TurnedAway } from './refuse'
import { takeSeat } from './take-seat'

/** Ten round trips for oneself, three where there is no seat; for several people the same for each, after one read. */
export const enrol: Handler<'training.enrol'> = async (input, context) => {
  const { classId, wait, answers = [], answersOf = [] } = input
  const asked = { classId, wait, answers }
  if (!input.people) return { results: [await seat(asked, context.subject, context)] }
  const ids = [...new Set(input.people)]
  const people = await findPeople(ids)
  const own = new Map(answersOf.map(({ personId, answers }) => [personId, answers]))
  const results: Result[] = []
  for (const personId of ids)
    results.push(
      await enrolOne(
        personId,
        people.get(personId),
        { ...asked, answers: own.get(personId) ?? answers },
        context,
      ),
    )
  return { results }
}

/** Somebody in line is told why as well. */
const told = (result: Result, saying: (sentence: string) => string): Result =>
  result.enrolled ? result : { ...result, error: { ...result.error, message: saying(result.error.message) } }

async function findPeople(ids: string[]): Promise<Map<string, Person>> {
  const people = await rows<Person>(
    collection('people')
      .where({ _id: command.in(ids) })
      .limit(ids.length),
  )
  return new Map(people.map((person) => [person._id, person]))
}

async function enrolOne(
  personId: string,
  person: Person | undefined,
  asked: Asked,
  context: KnownContext,
): Promise<Result> {
  try {
    // A person of another village, one who was archived and nobody at all look the same from outside.
    if (!person || person.archived || !mayActFor(context.account, subjectOfPerson(person)))
      throw new Refused('FORBIDDEN')
    return await seat(asked, subjectOfPerson(person), context, personId)
  } catch (error) {
    // A refusal that is about the request, not the person, is the whole answer: the client sends it again.
    if (!(error instanceof Refused) || error.code === 'BUSY' || error.code === 'REQUEST_REUSED') throw error
    const name = error.code === 'FORBIDDEN' ? '' : (person?.name ?? '')
    const [field] = Object.values(error.fields ?? {})
    return {
      personId,
      name,
      enrolled: false,
      error: {
        code: error.code,
        message: field ?? error.message,
        ...(error instanceof TurnedAway && error.elsewhere.length > 0
          ? { elsewhere: [...error.elsewhere] }
          : {}),
      },
    }
  }
}

/** A refusal with what else is open: in its sentence, or beside it where several are told together. */
async function turnAway(
  refused: Refused,
  looked: Looked,
  saying: (sentence: string) => string,
  together: boolean,
  now: Date,
): Promise<Refused> {
  const others = await elsewhereInstead(refused, looked, now)
  const said = new Refused(refused.code, saying(refused.message), refused.fields)
  return together ? new TurnedAway(said, others) : sayElsewhere(said, others)
}

/**
 * Looks before it begins a transaction: when hundreds want the last seats, most learn here that there is none, and do
 * not stand in the way of those who get one.
 */
async function seat(asked: Asked, subject: Subject, context: KnownContext, part?: string): Promise<Result> {
  const saying = sayingOf(subject, context.account)
  const away = (refused: Refused, looked: Looked) =>
    turnAway(refused, looked, saying, part !== undefined, context.now)
  const looked = await look(asked.classId, subject, context.now)
  const refusal = looked ? refusalFor(looked, asked, context) : new Refused('NOT_FOUND')
  if (looked && !refusal) {
    await checkText(context.openid, wordsIn(looked.training.questions, asked.answers))
    return context
      .once((transaction) => takeSeat(transaction, asked, subject, context), part)
      .then((result) => told(result, saying))
      .catch(async (error) => {
        throw error instanceof Refused ? await away(error, looked) : error
      })
  }
  // Who sends again what has succeeded must not hear that there is no seat.
  const earlier = await context.answered<Result>(part)
  if (earlier) return told(earlier.answer, saying)
  throw looked && refusal ? await away(refusal, looked) : (refusal ?? new Refused('NOT_FOUND'))
}
