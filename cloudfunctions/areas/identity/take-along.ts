import { ownIds } from '../../platform/context'
import { command } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { pipeline } from '../../platform/pipeline'
import type { Question } from '../consultation/documents'
import type { DividendItem } from '../dividend/documents'
import type { NotificationDocument } from '../notification/documents'
import type { EnrolmentDocument } from '../training/documents'
import { type Held, heldAbout, presentHeld } from './held'

/** Of each list; together they stay below the megabyte an answer may have. */
const MOST = { enrolments: 500, questions: 200, dividends: 200, messages: 300 }

interface Everything extends Held {
  allEnrolments: EnrolmentDocument[]
  allQuestions: Question[]
  allItems: DividendItem[]
  allMessages: NotificationDocument[]
}

/** One round trip. */
export const takeAlong: Handler<'identity.takeAlong'> = async (_, context) => {
  const { account } = context
  const ids = command.in(ownIds(account))
  const newest = (match: object, sort: object, most: number) =>
    pipeline()
      .match(match)
      .sort(sort)
      .limit(most + 1)
      .done()
  const held = await heldAbout<Everything>(context, [
    ['allEnrolments', 'enrolments', newest({ personId: ids }, { startsAt: -1 }, MOST.enrolments)],
    ['allQuestions', 'questions', newest({ 'person.id': ids }, { updatedAt: -1 }, MOST.questions)],
    [
      'allItems',
      'dividendItems',
      newest({ householdId: account.householdId ?? '' }, { dueOn: -1 }, MOST.dividends),
    ],
    ['allMessages', 'notifications', newest({ to: ids }, { at: -1 }, MOST.messages)],
  ])
  const { allEnrolments, allQuestions, allItems, allMessages } = held
  return {
    me: presentHeld(held, context),
    enrolments: allEnrolments
      .slice(0, MOST.enrolments)
      .map(({ title, startsAt, place, state }) => ({ title, startsAt, place, state })),
    questions: allQuestions
      .slice(0, MOST.questions)
      .map(({ askedAt, text, state, entries }) => ({ askedAt, text, state, entries })),
    dividends: allItems
      .slice(0, MOST.dividends)
      .map(({ dueYear: year, kind, amountFen, dueOn, state }) => ({ year, kind, amountFen, dueOn, state })),
    messages: allMessages.slice(0, MOST.messages).map(({ at, title, text }) => ({ at, title, text })),
    complete:
      allEnrolments.length <= MOST.enrolments &&
      allQuestions.length <= MOST.questions &&
      allItems.length <= MOST.dividends &&
      allMessages.length <= MOST.messages,
  }
}
