import { Text, View } from '@tarojs/components'
import { Card, Check, Choice, Field, GhostButton, Notice } from '../../../components'
import type { QuestionForm } from '../form'
import { freshId } from '../fresh-id'
import { SmallAct } from '../small-act'
import type { Problems } from '../told'
import { QUESTION_KINDS } from '../words'
import type { StepProps } from './step'

const MOST = 10

/** What everybody who signs up is asked: lodging, halal food. */
export function Ask({ form: { questions }, onChange, problems }: StepProps) {
  const change = (n: number, part: Partial<QuestionForm>) =>
    onChange({ questions: questions.map((each, at) => (at === n ? { ...each, ...part } : each)) })
  const add = () =>
    onChange({
      questions: [...questions, { id: freshId('q'), label: '', kind: 'choice', options: '', required: true }],
    })
  return (
    <>
      {questions.length === 0 && (
        <Notice kind="plain">要安排住宿、清真餐、接送的，可以在这里问。不问就直接下一步。</Notice>
      )}
      {questions.map((question, n) => (
        <OneQuestion
          key={question.id}
          n={n}
          question={question}
          onChange={(part) => change(n, part)}
          onRemove={() => onChange({ questions: questions.filter((_, at) => at !== n) })}
          problems={problems}
        />
      ))}
      {problems.questions && <Text className="field-error">{problems.questions}</Text>}
      {questions.length < MOST && (
        <GhostButton sign="add" onPress={add}>
          {questions.length === 0 ? '问一个问题' : '再问一个'}
        </GhostButton>
      )}
    </>
  )
}

interface OneProps {
  n: number
  question: QuestionForm
  onChange: (part: Partial<QuestionForm>) => void
  onRemove: () => void
  problems: Problems
}

function OneQuestion({ n, question, onChange, onRemove, problems }: OneProps) {
  const { label, kind, options, required } = question
  const problem = (field: string) => problems[`questions.${n}.${field}`]
  return (
    <Card>
      <View className="stack">
        <View className="head-row">
          <Text className="strong">{`第 ${n + 1} 个问题`}</Text>
          <SmallAct sign="remove" danger onPress={onRemove}>
            去掉
          </SmallAct>
        </View>
        <Field
          id={`question-label-${n}`}
          label="问什么"
          hint={kind === 'yesNo' ? '比如：是不是要安排住宿' : '比如：吃什么'}
          max={60}
          value={label}
          onChange={(words) => onChange({ label: words })}
          error={problem('label')}
        />
        <Choice
          label="怎么答"
          names={QUESTION_KINDS}
          value={kind}
          onChange={(chosen) => onChange({ kind: chosen })}
          error={problem('kind')}
        />
        {kind === 'choice' && (
          <Field
            id={`question-options-${n}`}
            label="可以选什么，中间用“、”隔开"
            hint="比如：普通餐、清真餐"
            max={300}
            value={options}
            onChange={(words) => onChange({ options: words })}
            error={problem('options') ?? problem('options.0')}
          />
        )}
        <Check on={required} onChange={(on) => onChange({ required: on })}>
          一定要答
        </Check>
      </View>
    </Card>
  )
}
