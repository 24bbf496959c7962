import { collection, command, rows } from '../../../platform/database'
import { notify } from '../../notification/notify'
import { nextReminder, nextToBegin } from '../dates'
import type { EnrolmentDocument, TrainingClass } from '../documents'
import { reminderNotice } from '../tell'
import { relayOf } from '../tell-others/relay'
import { removed } from '../write'
import { CLASSES, type JobContext, ROWS, recipientsOf, step } from './context'

/** Who came to the first days of a class is reminded of the next. */
const REMINDED: EnrolmentDocument['state'][] = ['enrolled', 'attended']

/** Reminds who is enrolled three days before and on the evening before: once each, however often a run dies. */
export async function remind(context: JobContext): Promise<{ reminded: number }> {
  const due = await rows<TrainingClass>(
    collection('classes')
      .where({ remindAt: command.lte(context.now.toISOString()) })
      .limit(CLASSES),
  )
  let reminded = 0
  for (const training of due) reminded += await remindClass(training, context)
  return { reminded }
}

async function remindClass({ _id, reminded }: TrainingClass, context: JobContext): Promise<number> {
  const number = reminded + 1
  const found = await rows<EnrolmentDocument>(
    collection('enrolments')
      .where({ classId: _id, state: command.in(REMINDED), reminded: command.lt(number) })
      .limit(ROWS),
  )
  const recipient = await recipientsOf(found.map(({ personId }) => personId))
  for (const { _id: rowId, personId } of found)
    await step(async (transaction) => {
      const training = await transaction.get<TrainingClass>('classes', _id)
      const row = await transaction.get<EnrolmentDocument>('enrolments', rowId)
      // Cancelled, or reminded by another run, meanwhile.
      if (!training?.remindAt || !row || !REMINDED.includes(row.state) || (row.reminded ?? 0) >= number)
        return
      // A run that comes so late that the last session has begun reminds of nothing.
      const session = nextToBegin(training, context.now)
      const notice = session && reminderNotice(training, session, recipient(personId), number, context.now)
      await transaction.update(
        'enrolments',
        rowId,
        removed({ reminded: number, ...(notice && relayOf(notice, context.now)) }),
      )
      if (notice) await notify(transaction, context, notice)
    })
  if (found.length < ROWS)
    await step(async (transaction) => {
      const training = await transaction.get<TrainingClass>('classes', _id)
      if (!training?.remindAt || training.reminded !== reminded) return
      const next = nextReminder(training, context.now)
      await transaction.update('classes', _id, { reminded: number, remindAt: next ?? command.remove() })
    })
  return found.length
}
