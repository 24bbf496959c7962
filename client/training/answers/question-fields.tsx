import { Choice, Field } from '../../components'
import type { Faults, Question, Typed } from './answers'

interface Props {
  questions: readonly Question[]
  typed: Typed
  onChange: (typed: Typed) => void
  faults: Faults
  /** Tells the fields of several people apart. */
  of?: string
}

/** What a class asks, each in the way that is easiest to answer: big buttons, or the keys it needs. */
export function QuestionFields({ questions, typed, onChange, faults, of = '' }: Props) {
  return (
    <>
      {questions.map((question) => (
        <One
          key={question.id}
          question={question}
          value={typed[question.id]}
          onChange={(value) => onChange({ ...typed, [question.id]: value })}
          fault={faults[question.id]}
          id={`answer-${of}${question.id}`}
        />
      ))}
    </>
  )
}

interface OneProps {
  question: Question
  value: Typed[string] | undefined
  onChange: (value: Typed[string]) => void
  fault: string | undefined
  id: string
}

function One({ question: { label, kind, options = [], required }, value, onChange, fault, id }: OneProps) {
  const name = required ? label : `${label}（可以不填）`
  if (kind === 'yesNo')
    return (
      <Choice
        label={name}
        names={{ yes: '是', no: '不是' }}
        value={value === undefined ? undefined : value ? 'yes' : 'no'}
        onChange={(key) => onChange(key === 'yes')}
        error={fault}
      />
    )
  if (kind === 'choice') {
    // Keyed by place: an option "2" would come before an option "a" wherever it stands.
    const names = Object.fromEntries(options.map((option, n) => [`o${n}`, option]))
    const chosen = options.indexOf(String(value))
    return (
      <Choice
        label={name}
        names={names}
        value={chosen < 0 ? undefined : `o${chosen}`}
        onChange={(key) => onChange(names[key] ?? '')}
        error={fault}
      />
    )
  }
  return (
    <Field
      id={id}
      label={name}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
      error={fault}
      max={kind === 'number' ? 9 : 200}
      digits={kind === 'number' && 'point'}
    />
  )
}
