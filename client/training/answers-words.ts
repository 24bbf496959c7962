import type { ClassDetail } from '../../contract/training'

type Answers = NonNullable<ClassDetail['mine']>['answers']

const said = (value: Answers[number]['value']): string =>
  typeof value === 'boolean' ? (value ? '是' : '不是') : String(value)

/** What somebody answered, question by question, in words; what was left open is not there. */
export function answeredWords(
  questions: ClassDetail['questions'],
  answers: Answers,
): { label: string; words: string }[] {
  return questions.flatMap(({ id, label }) => {
    const answer = answers.find(({ question }) => question === id)
    return answer ? [{ label, words: said(answer.value) }] : []
  })
}
