import { countyOf } from '../../../../contract/regions'
import { sessionsNeeded } from '../../../../contract/training/certificate-words'
import { collection, command, read, rows, type Transaction } from '../../../platform/database'
import { isDuplicate } from '../../../platform/passing'
import { notify } from '../../notification/notify'
import type { Person, Region } from '../../registry/documents'
import type { EnrolmentDocument, TrainingClass } from '../documents'
import { CLASSES, type JobContext, ROWS, step } from '../jobs/context'
import { relayOf } from '../tell-others/relay'
import { removed } from '../write'
import { newNumber } from './number'
import { certificateFor, certifies, earned } from './rules'
import { certificateNotice, holder } from './tell'

/**
 * Gives who was at enough of a class that is over their certificate: one transaction a person, which also writes its number into the
 * enrolment, so that a run that dies goes on where it was and nobody gets two.
 */
export async function certify(context: JobContext): Promise<{ certified: number }> {
  const marked = await rows<TrainingClass>(
    collection('classes')
      .where({ toCertify: command.exists(true) })
      .limit(CLASSES),
  )
  let certified = 0
  for (const training of marked) certified += await certifyClass(training, context)
  return { certified }
}

async function certifyClass(training: TrainingClass, context: JobContext): Promise<number> {
  const due = await dueIn(training, ROWS)
  const people = await peopleOf(due)
  const organiser = due.length > 0 ? await organiserOf(training) : ''
  for (const { _id, personId } of due)
    await issueOne((transaction, number) =>
      issue(transaction, number, _id, people.get(personId), organiser, context),
    )
  if (due.length < ROWS)
    await step(async (transaction) => {
      const present = await transaction.get<TrainingClass>('classes', training._id)
      // Marked again meanwhile, or not closed yet: somebody may be due who was not among those we saw.
      if (present?.toCertify && present.toCertify === training.toCertify && !present.tell)
        await transaction.update('classes', training._id, { toCertify: command.remove() })
    })
  return due.length
}

/** Who was there often enough and has none (rules.earned says the same of one row). One round trip. */
function dueIn({ _id, sessions }: TrainingClass, most: number): Promise<EnrolmentDocument[]> {
  const needed = sessionsNeeded(sessions.length)
  // A list that has an element there is that long.
  const often = needed > 1 ? { [`present.${needed - 1}`]: command.exists(true) } : {}
  return rows<EnrolmentDocument>(
    collection('enrolments')
      .where({ classId: _id, state: 'attended', certificate: command.exists(false), ...often })
      .limit(most),
  )
}

/** A number by chance that is there already (one in millions) is another. */
async function issueOne(work: (transaction: Transaction, number: string) => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await step((transaction) => work(transaction, newNumber()))
    } catch (error) {
      if (!isDuplicate(error) || tries === 3) throw error
    }
}

async function issue(
  transaction: Transaction,
  number: string,
  rowId: string,
  person: Person | undefined,
  organiser: string,
  context: JobContext,
): Promise<void> {
  const row = await transaction.get<EnrolmentDocument>('enrolments', rowId)
  const training = row && (await transaction.get<TrainingClass>('classes', row.classId))
  if (!training || !certifies(training) || !earned(row, training) || row.certificate) return
  const certificate = certificateFor(number, training, row, person, organiser, context.now)
  await transaction.create('certificates', certificate)
  const notice = certificateNotice(certificate, holder(certificate, person))
  await transaction.update(
    'enrolments',
    rowId,
    removed({ certificate: number, ...relayOf(notice, context.now) }),
  )
  await notify(transaction, context, notice)
}

async function peopleOf(due: readonly EnrolmentDocument[]): Promise<Map<string, Person>> {
  if (due.length === 0) return new Map()
  const ids = due.map(({ personId }) => personId)
  const found = await rows<Person>(
    collection('people')
      .where({ _id: command.in(ids) })
      .limit(ids.length),
  )
  return new Map(found.map((person) => [person._id, person]))
}

/** The county's bureau holds every class, wherever in the county it is for. */
async function organiserOf({ region }: TrainingClass): Promise<string> {
  const county = await read<Region>('regions', countyOf(region))
  return `${county?.name ?? ''}科技局`
}
