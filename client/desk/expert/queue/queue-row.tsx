import { View } from '@tarojs/components'
import type { QuestionSummary } from '../../../../contract/consultation'
import { Card, Picture, Status } from '../../../components'
import { standingForExpert } from '../../../consultation/state'
import { go } from '../../../go'
import { whoAsks } from './words'

/** One question in its expert's list; leads to the page where it is answered. */
export function QueueRow({ question, now }: { question: QuestionSummary; now: number }) {
  const { kind, words } = standingForExpert(question, now)
  return (
    <Card onPress={() => go(`/desk/expert/answer/index?id=${question.id}`)}>
      <Picture name={question.subject} />
      <View className="grow">
        <View className="strong">{question.title}</View>
        <View className="quiet">{whoAsks(question)}</View>
        <Status kind={kind}>{words}</Status>
      </View>
    </Card>
  )
}
