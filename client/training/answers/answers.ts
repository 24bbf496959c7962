import type { ClassDetail } from '../../../contract/training'

export type Question = ClassDetail['questions'][number]
export type Answers = NonNullable<ClassDetail['mine']>['answers']

/** As it is typed: a number stays text until it is sent. By question. */
export type Typed = Record<string, string | boolean>
/** What is wrong, by question. */
export type Faults = Record<string, string>

/** What was answered before, for changing it. */
export const typedOf = (answers: Answers): Typed =>
  Object.fromEntries(
    answers.map(({ question, value }) => [question, typeof value === 'number' ? String(value) : value]),
  )

const isEmpty = (value: Typed[string] | undefined): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '')

/** What one would hear from the server anyway, at once and beside the question. */
export function faultsOf(questions: readonly Question[], typed: Typed): Faults {
  const faults: Faults = {}
  for (const { id, label, kind, required } of questions) {
    const value = typed[id]
    if (isEmpty(value)) {
      if (required) faults[id] = kind === 'choice' || kind === 'yesNo' ? `请选：${label}` : `请填：${label}`
    } else if (kind === 'number' && !/^\d{1,6}(\.\d{1,2})?$/.test(String(value).trim()))
      faults[id] = '请只填数字，如 3 或 3.5，不写单位'
  }
  return faults
}

/** As the server takes them; what was left open is not sent. */
export const answersOf = (questions: readonly Question[], typed: Typed): Answers =>
  questions.flatMap(({ id, kind }): Answers => {
    const value = typed[id]
    if (value === undefined || isEmpty(value)) return []
    if (typeof value === 'boolean') return [{ question: id, value }]
    return [{ question: id, value: kind === 'number' ? Number(value.trim()) : value.trim() }]
  })

/** The server's faults are named by question: `answers.<id>`. */
export const faultsFrom = (fields: Record<string, string>): Faults =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, words]) => {
      const [, id] = field.split('answers.')
      return id ? [[id, words]] : []
    }),
  )
