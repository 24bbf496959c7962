import { collection, command, read, rows } from '../../platform/database'
import { willPass } from '../../platform/passing'
import { retry } from '../../platform/retry'
import type { EnrolmentDocument } from '../training/documents'
import { endEnrolment } from '../training/end-enrolment'
import { LIVE } from '../training/present'
import type { Person } from './documents'

const BATCH = 20
const OPEN = 100
/** An enrolment that was under way when somebody was archived has ended by then: a transaction lives 30 seconds. */
const SETTLED_MS = 90_000

/**
 * What jobs does each minute for who was archived or merged lately: coming classes are cancelled, or go to who they were
 * merged into; questions without an end go there as well; an expert leaves the directory. Each step can be done twice, and
 * a person stays marked until nothing can come after.
 */
export async function settleLeaving(now: Date): Promise<{ settled: number }> {
  const leaving = await rows<Person>(collection('people').where({ leaving: true }).limit(BATCH))
  for (const person of leaving) await settle(person, now)
  return { settled: leaving.length }
}

async function settle(person: Person, now: Date): Promise<void> {
  const { _id: personId, archived } = person
  const heir = archived?.mergedInto ? await heirOf(archived.mergedInto) : undefined
  const coming = await rows<EnrolmentDocument>(
    collection('enrolments')
      .where({ personId, startsAt: command.gt(now.toISOString()), state: command.in([...LIVE]) })
      .limit(OPEN),
  )
  for (const { _id } of coming) await retry(() => endEnrolment(_id, heir, now), willPass)
  if (heir) await handOnQuestions(personId, heir)
  else if (archived) await archiveExpert(personId, archived.at)
  if (!archived || Date.parse(archived.at) + SETTLED_MS < now.getTime())
    await collection('people')
      .where({ _id: personId, leaving: true })
      .update({ data: { leaving: false } })
}

/** Who somebody is now: the last of a chain of merges. */
async function heirOf(id: string): Promise<Person | undefined> {
  for (let next: string | undefined = id, n = 0; next !== undefined && n < 10; n++) {
    const person: Person | null = await read<Person>('people', next)
    if (!person?.archived) return person ?? undefined
    next = person.archived.mergedInto
  }
  return undefined
}

async function handOnQuestions(personId: string, heir: Person): Promise<void> {
  const open = { state: command.neq('resolved') }
  await collection('questions')
    .where({ 'person.id': personId, ...open })
    .update({ data: { 'person.id': heir._id, 'person.name': heir.name } })
  await collection('questions')
    .where({ 'askedBy.personId': personId, ...open })
    .update({ data: { 'askedBy.personId': heir._id, 'askedBy.name': heir.name } })
}

const archiveExpert = (personId: string, at: string) =>
  collection('experts')
    .where({ personId, archived: command.exists(false) })
    .update({ data: { archived: { at, reason: '人员已归档' }, available: false, search: [] } })
