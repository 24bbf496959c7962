import { answeredWords } from './answers-words'

const question = (id: string, label: string, kind: 'text' | 'yesNo' | 'number') => ({
  ...{ id, label, kind, required: false },
})

test('answers are told in the order of the questions; what was left open is not', () => {
  const questions = [
    question('stay', '住不住', 'yesNo'),
    question('size', '几亩', 'number'),
    question('note', '还有', 'text'),
  ]
  const answers = [
    { question: 'size', value: 0 },
    { question: 'stay', value: false },
  ]
  expect(answeredWords(questions, answers)).toEqual([
    { label: '住不住', words: '不是' },
    { label: '几亩', words: '0' },
  ])
})
