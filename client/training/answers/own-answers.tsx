import { Text, View } from '@tarojs/components'
import { Card, Check } from '../../components'
import type { Faults, Question, Typed } from './answers'
import { QuestionFields } from './question-fields'

interface Props {
  personId: string
  name: string
  questions: readonly Question[]
  /** Everybody's, with which one's own begin. */
  all: Typed
  /** Undefined: as everybody's. */
  typed: Typed | undefined
  onChange: (typed: Typed | undefined) => void
  faults: Faults
}

/** One of several: as everybody, or with answers of their own. */
export function OwnAnswers({ personId, name, questions, all, typed, onChange, faults }: Props) {
  return (
    <Card>
      <Check on={typed !== undefined} onChange={(on) => onChange(on ? { ...all } : undefined)}>
        {`${name}和大家不一样，单独填`}
      </Check>
      {typed && (
        <View className="class-facts">
          <Text className="quiet">{`下面只填${name}的`}</Text>
          <QuestionFields
            questions={questions}
            typed={typed}
            onChange={onChange}
            faults={faults}
            of={`${personId}-`}
          />
        </View>
      )}
    </Card>
  )
}
