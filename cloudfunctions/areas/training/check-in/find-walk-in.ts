import { beijing } from '../../../../contract/time'
import { recordLook } from '../../../platform/audit'
import { collection, command, inRegion, read, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import type { Person } from '../../registry/documents'
import { searchWord } from '../../registry/search-words'
import { aboutClass } from '../change-class'
import type { TrainingClass } from '../documents'
import { recorderOf } from './recorder'

/** So many of one name live in a county; who is not among them is found by their informant. */
const PEOPLE = 20

/** Three round trips: the class, the people of that name in its places, and that somebody looked. */
export const findWalkIn: Handler<'training.findWalkIn'> = async ({ classId, name }, context) => {
  const training = await read<TrainingClass>('classes', classId)
  const recorder = recorderOf(context.account, training)
  if (!training || !recorder) throw new Refused('NOT_FOUND')
  const word = searchWord(name)
  if (word === undefined) return { people: [] }
  const places = recorder.villages ?? training.openTo.map(({ code }) => code)
  const within = places.map((place) => ({
    search: word,
    order: inRegion(place),
  }))
  const query = collection('people')
    .where((within.length === 1 ? within[0] : command.or(within)) as object)
    .limit(PEOPLE)
  const [found] = await Promise.all([rows<Person>(query), recordLook(context, aboutClass(training))])
  return {
    people: found
      // A beginning of a name is a word as well: only the whole name finds somebody here.
      .filter((person) => searchWord(person.name) === word && !person.archived)
      .map((person) => ({
        personId: person._id,
        name: person.name,
        villageName: person.villageName ?? '',
        age: beijing(context.now).year() - person.birthYear,
      })),
  }
}
