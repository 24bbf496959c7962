import { beijing } from '../../../contract/time'
import { scopesOf } from '../../platform/context'
import { collection, command, read, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { peopleOf } from '../registry/people-of'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from './documents'
import { presentClass } from './present'

/** Three round trips at most: the class, the candidates where asked for, and the enrolments of all of them. */
export const get: Handler<'training.get'> = async (input, { account, subject, now }) => {
  const training = await read<TrainingClass>('classes', input.classId)
  if (!training) throw new Refused('NOT_FOUND')
  const scopes = input.candidates ? scopesOf(account, 'informant') : []
  const people = await peopleOf(scopes, input.candidateCursor)
  const persons = new Set([...(subject ? [subject.id] : []), ...people.rows.map((person) => person._id)])
  const enrolments = await enrolmentsOf(training._id, [...persons])
  const mine = subject && enrolments.get(subject.id)
  return {
    ...presentClass(training, subject, Boolean(mine), now),
    about: training.about,
    teacher: { name: training.teacher.name, title: training.teacher.title },
    meet: training.meet,
    bring: training.bring,
    contact: training.contact,
    signUpClosesAt: training.signUpClosesAt,
    cancelClosesAt: training.cancelClosesAt,
    openTo: training.openTo,
    enrolment: mine ? { id: mine._id, enrolledAt: mine.enrolledAt, by: mine.by?.name } : undefined,
    candidates: input.candidates
      ? people.rows.map((person) => ({
          personId: person._id,
          name: person.name,
          age: beijing(now).year() - person.birthYear,
          hasWeChat: Boolean(person.openid),
          enrolled: enrolments.has(person._id),
        }))
      : undefined,
    nextCandidate: people.next,
  }
}

async function enrolmentsOf(classId: string, people: string[]): Promise<Map<string, EnrolmentDocument>> {
  if (people.length === 0) return new Map()
  const ids = people.map((personId) => enrolmentId(classId, personId))
  const query = collection('enrolments')
    .where({ _id: command.in(ids), state: 'enrolled' })
    .limit(ids.length)
  return new Map((await rows<EnrolmentDocument>(query)).map((enrolment) => [enrolment.personId, enrolment]))
}
