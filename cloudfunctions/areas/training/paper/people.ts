import { command } from '../../../platform/database'
import { inOrder } from '../../export/pages'
import type { EnrolmentDocument, TrainingClass } from '../documents'

/** Who has a seat that counts; who waits for a word, or in line, is on no paper. */
const ON_PAPER = ['enrolled', 'attended', 'absent']

/** Everybody in a class, by village, as few fields as paper needs: five thousand of them fit into a function's memory. */
export async function peopleOf({ _id: classId }: TrainingClass): Promise<Person[]> {
  const people: Person[] = []
  const seated = { classId, state: command.in(ON_PAPER) }
  for await (const page of inOrder<EnrolmentDocument>(
    'enrolments',
    seated,
    'village',
    ({ village }) => village,
  ))
    for (const { personName, villageName, answers } of page)
      people.push({ name: personName, village: villageName ?? '', answers: answers ?? [] })
  return people
}

export interface Person {
  name: string
  village: string
  answers: NonNullable<EnrolmentDocument['answers']>
}
