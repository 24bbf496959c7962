import { Text, View } from '@tarojs/components'
import { Card } from '../../../components'
import type { PlanForm } from '../form'
import { problemsOf, STEP_NAMES, type Step } from '../steps'
import { stepWords } from '../summary'
import type { Problems } from '../told'

interface Props {
  form: PlanForm
  steps: readonly Step[]
  problems: Problems
  onOpen: (step: Step) => void
}

const linesOf = (step: Exclude<Step, 'check'>, form: PlanForm): string[] => {
  const lines = stepWords(step, form, Date.now())
  return lines.length > 0 ? lines : ['还没填']
}

/** All that was filled in, with what is still missing; each part leads back to its step. */
export function Review({ form, steps, problems, onOpen }: Props) {
  return (
    <>
      {steps.flatMap((step) =>
        step === 'check' ? (
          []
        ) : (
          <Card key={step} onPress={() => onOpen(step)}>
            <View className="grow stack-tight">
              <Text className="strong">{STEP_NAMES[step]}</Text>
              {linesOf(step, form).map((line) => (
                <Text key={line} className="quiet">
                  {line}
                </Text>
              ))}
              {problemsOf(step, problems).map((sentence) => (
                <Text key={sentence} className="field-error">
                  {sentence}
                </Text>
              ))}
            </View>
          </Card>
        ),
      )}
    </>
  )
}
