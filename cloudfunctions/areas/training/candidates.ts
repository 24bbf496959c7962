import { beijing } from '../../../contract/time'
import type { KnownContext } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Person } from '../registry/documents'
import { peopleNamed } from '../registry/people-named'
import { peopleOf } from '../registry/people-of'
import { reachOf } from '../registry/scope'
import { type EnrolmentDocument, enrolmentId } from './documents'
import { isSeated } from './present'

/**
 * The people an informant may enrol, or those of them who are called so, a page at a time, and how each stands in the class.
 * Two round trips.
 */
export async function candidatesOf(
  {
    classId,
    candidateWords,
    candidateCursor,
  }: { classId: string; candidateWords?: string | undefined; candidateCursor?: string | undefined },
  { account, now }: Pick<KnownContext, 'account' | 'now'>,
) {
  const scopes = reachOf(account, ['informant'])
  const people = candidateWords
    ? await peopleNamed(scopes, candidateWords, candidateCursor)
    : await peopleOf(scopes, candidateCursor)
  const enrolments = await enrolmentsOf(classId, people.rows)
  return {
    candidates: people.rows.map((person) => {
      const row = enrolments.get(person._id)
      return {
        personId: person._id,
        name: person.name,
        age: beijing(now).year() - person.birthYear,
        hasWeChat: Boolean(person.openid),
        enrolled: isSeated(row),
        standing: row?.state,
      }
    }),
    nextCandidate: people.next,
  }
}

async function enrolmentsOf(
  classId: string,
  people: Pick<Person, '_id'>[],
): Promise<Map<string, EnrolmentDocument>> {
  if (people.length === 0) return new Map()
  const ids = people.map(({ _id }) => enrolmentId(classId, _id))
  const query = collection('enrolments')
    .where({ _id: command.in(ids) })
    .limit(ids.length)
  return new Map((await rows<EnrolmentDocument>(query)).map((enrolment) => [enrolment.personId, enrolment]))
}
