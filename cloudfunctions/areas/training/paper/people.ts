import { collection, command, rows } from '../../../platform/database'
import type { EnrolmentDocument, TrainingClass } from '../documents'

/** Who has a seat that counts; who waits for a word, or in line, is on no paper. */
const ON_PAPER = ['enrolled', 'attended', 'absent']
/** The platform's limit for one query. */
const PAGE = 100

/** Everybody in a class, by village, as few fields as paper needs: five thousand of them fit into a function's memory. */
export async function peopleOf({ _id: classId }: TrainingClass): Promise<Person[]> {
  const people: Person[] = []
  let last: EnrolmentDocument | undefined
  for (;;) {
    const base = { classId, state: command.in(ON_PAPER) }
    const after = last && [
      base,
      command.or([
        { village: command.gt(last.village) },
        { village: last.village, _id: command.gt(last._id) },
      ]),
    ]
    const page = await rows<EnrolmentDocument>(
      collection('enrolments')
        .where(after ? command.and(after) : base)
        .orderBy('village', 'asc')
        .orderBy('_id', 'asc')
        .limit(PAGE),
    )
    for (const { personName, villageName, answers } of page)
      people.push({ name: personName, village: villageName ?? '', answers: answers ?? [] })
    last = page.at(-1)
    if (page.length < PAGE) return people
  }
}

export interface Person {
  name: string
  village: string
  answers: NonNullable<EnrolmentDocument['answers']>
}
