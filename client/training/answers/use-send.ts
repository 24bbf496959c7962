import { useIntent } from '../../cloud/call'
import { askToBeTold } from '../../cloud/subscribe'
import { type Filled, ownOf, type Person, type Results } from '../several'
import { TO_TELL } from '../tell'
import { answersOf, type Question, type Typed } from './answers'
import type { For } from './use-answers'

/** Sends the answers: one call, whether for one person or for several. */
export function useSend(questions: readonly Question[], { classId, actFor, wait, edit }: For) {
  const enrol = useIntent('training.enrol')
  const editEnrolment = useIntent('training.editEnrolment')

  /** Answers what to tell the person. */
  const sendOne = async (typed: Typed): Promise<string> => {
    const answers = answersOf(questions, typed)
    if (edit) {
      const { state } = await editEnrolment({ classId, answers }, actFor)
      return state === 'pending' ? '改好了，等审核' : '改好了'
    }
    // Before any await: WeChat opens the dialog only inside the tap.
    const asked = actFor ? undefined : askToBeTold(TO_TELL[wait ? 'line' : 'seat'])
    const { results } = await enrol({ classId, answers, ...(wait ? { wait } : {}) }, actFor)
    await asked
    const [mine] = results
    if (!mine?.enrolled) return '排上队了'
    return mine.state === 'pending' ? '报了名，等审核' : '报上名了'
  }

  const sendSeveral = async (people: readonly Person[], filled: Filled): Promise<Results> => {
    const own = ownOf(people, filled).map(({ personId, typed }) => ({
      personId,
      answers: answersOf(questions, typed),
    }))
    const { results } = await enrol({
      classId,
      people: people.map(({ personId }) => personId),
      answers: answersOf(questions, filled.all),
      ...(own.length > 0 ? { answersOf: own } : {}),
      ...(filled.asked?.wait ? { wait: true } : {}),
    })
    return results
  }
  return { sendOne, sendSeveral }
}
