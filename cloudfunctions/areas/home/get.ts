import { beijing } from '../../../contract/time'
import { ownIds, scopesOf } from '../../platform/context'
import { collection, command, inRegion, oneOf } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { Question } from '../consultation/documents'
import { presentQuestion } from '../consultation/present'
import type { DividendItem } from '../dividend/documents'
import { presentItem } from '../dividend/present'
import { visitorsRequest } from '../identity/own-request'
import { presentMe } from '../identity/present'
import { presentMessage } from '../inbox/present'
import type { NotificationDocument } from '../notification/documents'
import type { EnrolmentDocument } from '../training/documents'
import { firstOf } from '../training/first-of'
import { LIVE, presentEnrolment, takesPart, whenAndWhere } from '../training/present'
import { toPassOn } from '../training/tell-others/relay'

/** Missing in the SDK's types, present in its code and documentation. */
interface Pipelines {
  pipeline(): Stages
}
interface Stages {
  match(filter: object): Stages
  sort(order: object): Stages
  limit(count: number): Stages
  project(fields: object): Stages
  group(groups: object): Stages
  done(): object
}

/** More classes to come than anybody is in. */
const COMING = 20

interface Found {
  enrolments: EnrolmentDocument[]
  questions: Question[]
  contracts: unknown[]
  items: DividendItem[]
  latest: NotificationDocument[]
  unread: { count: number }[]
  waiting: { _id: boolean; count: number }[]
  toTell: { count: number }[]
  cooperative: { _id: DividendItem['state']; count: number }[]
  bureau: { _id: DividendItem['state']; count: number }[]
}

/**
 * One round trip, however many roles somebody has: one aggregate of lookups that do not depend on each other, each
 * beginning with a $match that an index serves. A visitor costs one for
 * what they asked.
 */
export const get: Handler<'home.get'> = async (_, context) => {
  const { account, subject, now } = context
  const found = account && subject ? await find(account, subject.householdId, now) : undefined
  const { next, ask } = firstOf(toCome(found?.enrolments ?? [], now))
  const [question] = found?.questions ?? []
  const [item] = found?.items ?? []
  const [message] = found?.latest ?? []
  const count = <K>(groups: { _id: K; count: number }[] | undefined, id: K) =>
    groups?.find((group) => group._id === id)?.count ?? 0
  const has = (role: string) => account?.roles.some((grant) => grant.role === role)
  const waiting = count(found?.waiting, false)
  const danger = count(found?.waiting, true)
  const ledger = (groups: Found['cooperative'] | undefined) => ({
    due: count(groups, 'due'),
    disputed: count(groups, 'disputed'),
  })
  return {
    me: { ...presentMe(context), request: await visitorsRequest(context) },
    training: { next: next && presentEnrolment(next, now), ask: ask && presentEnrolment(ask, now) },
    consultation: { last: question && presentQuestion(question) },
    dividend: { inScheme: (found?.contracts.length ?? 0) > 0, next: item && presentItem(item, [], now) },
    inbox: { unread: found?.unread[0]?.count ?? 0, latest: message && presentMessage(message) },
    desks: {
      expert: has('expert') ? { waiting: waiting + danger, danger } : undefined,
      cooperative: has('cooperative') ? ledger(found?.cooperative) : undefined,
      informant: has('informant') ? { toTell: found?.toTell[0]?.count ?? 0 } : undefined,
      bureau: has('bureau') ? ledger(found?.bureau) : undefined,
    },
  }
}

/** By the session that is next; who waits for a seat has nothing to wait for once it has begun. */
function toCome(rows: EnrolmentDocument[], now: Date): EnrolmentDocument[] {
  const at = (row: EnrolmentDocument) => whenAndWhere(row, now).startsAt
  return rows
    .filter((row) => takesPart(row) || row.off?.as === 'postponed' || row.startsAt > now.toISOString())
    .sort((a, b) => (at(a) < at(b) ? -1 : 1))
}

async function find(
  account: NonNullable<Parameters<typeof scopesOf>[0]>,
  householdId: string | undefined,
  now: Date,
): Promise<Found | undefined> {
  const $ = command.aggregate as typeof command.aggregate & Pipelines
  const personId = oneOf(ownIds(account))
  const dueYear = beijing(now).year()
  // Nothing matches an id that is empty, so a role one lacks costs an empty index range.
  const household = householdId ?? ''
  const bureau = scopesOf(account, 'bureau')[0] ?? '!'
  const villages = scopesOf(account, 'informant')
  const lookups: [keyof Found, string, object][] = [
    [
      'enrolments',
      'enrolments',
      $.pipeline()
        .match({ personId, endsAt: command.gt(now.toISOString()), state: command.in([...LIVE, 'attended']) })
        .sort({ endsAt: 1 })
        .limit(COMING)
        .done(),
    ],
    [
      'questions',
      'questions',
      $.pipeline().match({ 'person.id': personId }).sort({ updatedAt: -1 }).limit(1).done(),
    ],
    [
      'contracts',
      'rearingContracts',
      $.pipeline().match({ householdId: household }).limit(1).project({ _id: 1 }).done(),
    ],
    [
      'items',
      'dividendItems',
      $.pipeline()
        .match({ householdId: household, state: command.in(['due', 'disputed']), kind: 'dividend' })
        .sort({ dueOn: 1 })
        .limit(1)
        .done(),
    ],
    ['latest', 'notifications', $.pipeline().match({ to: personId }).sort({ at: -1 }).limit(1).done()],
    [
      'unread',
      'notifications',
      $.pipeline()
        .match({ to: personId, read: false })
        .group({ _id: null, count: $.sum(1) })
        .done(),
    ],
    [
      'waiting',
      'questions',
      $.pipeline()
        .match({ 'expert.personId': personId, state: 'waiting' })
        .group({ _id: '$danger', count: $.sum(1) })
        .done(),
    ],
    [
      'toTell',
      'enrolments',
      $.pipeline()
        .match(toPassOn(villages.length > 0 ? villages : ['!'], now))
        .group({ _id: null, count: $.sum(1) })
        .done(),
    ],
    [
      'cooperative',
      'dividendItems',
      $.pipeline()
        .match({ cooperativeId: command.in(scopesOf(account, 'cooperative')), dueYear })
        .group({ _id: '$state', count: $.sum(1) })
        .done(),
    ],
    [
      'bureau',
      'dividendItems',
      $.pipeline()
        .match({ dueYear, village: inRegion(bureau) })
        .group({ _id: '$state', count: $.sum(1) })
        .done(),
    ],
  ]
  let query = collection('accounts').aggregate().match({ _id: account._id })
  for (const [as, from, pipeline] of lookups) query = query.lookup({ from, pipeline, as } as never)
  const { list } = (await query.end()) as unknown as { list: Found[] }
  return list[0]
}
