import type { QuestionAnswer } from '../../../contract/training/plan'
import type { TrainingClass } from './documents'

/** What is wrong with answers to a class's questions: a sentence for each, by `answers.<question>`. */
export function answerFaults(
  questions: TrainingClass['questions'],
  answers: readonly QuestionAnswer[],
): Record<string, string> {
  const faults: Record<string, string> = {}
  const given = new Map(answers.map(({ question, value }) => [question, value]))
  for (const { id, label, kind, options = [], required } of questions) {
    const value = given.get(id)
    given.delete(id)
    const wrong =
      value === undefined
        ? required && `请回答：${label}`
        : {
            choice: !options.includes(String(value)) && `请选一个：${options.join('、')}`,
            text: typeof value !== 'string' && '请写几个字',
            number: typeof value !== 'number' && '请填数字',
            yesNo: typeof value !== 'boolean' && '请选“是”或“不是”',
          }[kind]
    if (wrong) faults[`answers.${id}`] = wrong
  }
  for (const id of given.keys()) faults[`answers.${id}`] = '这个班没有问这个，请返回重新打开'
  return faults
}

/** What somebody wrote in their own words: others will read it. */
export const wordsIn = (
  questions: TrainingClass['questions'],
  answers: readonly QuestionAnswer[],
): string => {
  const free = new Set(questions.flatMap(({ id, kind }) => (kind === 'text' ? [id] : [])))
  return answers.flatMap(({ question, value }) => (free.has(question) ? [String(value)] : [])).join('\n')
}
