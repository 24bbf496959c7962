import { answersOf, faultsFrom, faultsOf, type Question, typedOf } from './answers'

const QUESTIONS: Question[] = [
  { id: 'food', label: '吃什么', kind: 'choice', options: ['米饭', '清真'], required: true },
  { id: 'stay', label: '住不住', kind: 'yesNo', required: true },
  { id: 'size', label: '种几亩', kind: 'number', required: false },
  { id: 'note', label: '还想学什么', kind: 'text', required: false },
]

test('what must be answered is asked for beside its question; what may be left open is not', () => {
  expect(faultsOf(QUESTIONS, {})).toEqual({ food: '请选：吃什么', stay: '请选：住不住' })
  expect(faultsOf(QUESTIONS, { food: '清真', stay: false, note: '  ' })).toEqual({})
})

test.each(['三亩', '1.555', '3.', '-2', '1234567'])('%s is no number of this kind', (size) => {
  expect(faultsOf(QUESTIONS, { food: '米饭', stay: true, size })).toEqual({
    size: '请只填数字，如 3 或 3.5，不写单位',
  })
})

test('land is counted in halves', () => {
  expect(faultsOf(QUESTIONS, { food: '米饭', stay: true, size: '3.5' })).toEqual({})
  expect(answersOf(QUESTIONS, { size: '3.5' })).toEqual([{ question: 'size', value: 3.5 }])
})

test('answers are sent typed, and typed again for changing them', () => {
  const typed = { food: '清真', stay: false, size: ' 12 ', note: ' ' }
  const answers = answersOf(QUESTIONS, typed)
  expect(answers).toEqual([
    { question: 'food', value: '清真' },
    { question: 'stay', value: false },
    { question: 'size', value: 12 },
  ])
  expect(typedOf(answers)).toEqual({ food: '清真', stay: false, size: '12' })
})

test('the server’s faults come to their questions', () => {
  expect(faultsFrom({ 'answers.food': '请选一个：米饭、清真', 'plan.title': 'x' })).toEqual({
    food: '请选一个：米饭、清真',
  })
})
