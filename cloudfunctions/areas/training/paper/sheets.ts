import type { KnownContext } from '../../../platform/context'
import { read } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import { handOut } from '../../../platform/storage'
import { aboutClass } from '../change-class'
import { sessionOf } from '../check-in/sessions'
import type { TrainingClass } from '../documents'
import { mayPlan } from '../may-plan'
import { excelOf } from './excel'
import { rosterName, signInName } from './name'
import { peopleOf } from './people'
import { rosterTable, type Sheet, signInTable } from './table'

type Asked = { classId: string; format: 'word' | 'excel' }

/** A round trip for each hundred people, and the six of what is handed out and written down. */
export const signInSheet: Handler<'training.signInSheet'> = async (asked, context) => {
  const training = await planned(asked, context)
  const session = sessionOf(training, asked.session)
  const people = await peopleOf(training)
  const table = signInTable(training, session, people)
  const name = signInName(training, session)
  return handedOut('签到表', name, table, people.length, training, asked, context)
}

/** The same. */
export const rosterSheet: Handler<'training.rosterSheet'> = async (asked, context) => {
  const training = await planned(asked, context)
  const people = await peopleOf(training)
  const name = rosterName(training, context.now)
  return handedOut('花名册', name, rosterTable(training, people), people.length, training, asked, context)
}

async function planned({ classId }: Asked, { account }: KnownContext): Promise<TrainingClass> {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || !mayPlan(account, training)) throw new Refused('NOT_FOUND')
  return training
}

/** Who took it away is written down with the class; nobody's name is in the file's. */
async function handedOut(
  kind: string,
  called: string,
  sheet: Sheet,
  rows: number,
  training: TrainingClass,
  { format }: Asked,
  context: KnownContext,
) {
  const ending = format === 'word' ? 'docx' : 'xlsx'
  // Word's library is loaded when it is wanted.
  const bytes = format === 'word' ? await (await import('./word')).wordOf(sheet) : excelOf(sheet)
  const url = await handOut(bytes, ending, context.now)
  return context.once(async () => ({ url, name: `${called}.${ending}`, rows }), undefined, {
    about: [aboutClass(training)],
    reason: `${kind} ${rows} 人`,
  })
}
