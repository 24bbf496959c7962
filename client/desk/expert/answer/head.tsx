import { Text, View } from '@tarojs/components'
import type { QuestionDetail } from '../../../../contract/consultation'
import { Picture, Status } from '../../../components'
import { standingForExpert } from '../../../consultation/state'
import { SUBJECT_NAMES } from '../../../words'

/** What the question is about, whose it is, and how it stands. */
export function Head({ question }: { question: QuestionDetail }) {
  const { kind, words } = standingForExpert(question, Date.now())
  const { subject, person } = question
  return (
    <View className="row">
      <Picture name={subject} />
      <View className="grow">
        <Text className="strong">{`${SUBJECT_NAMES[subject]} · ${person.villageName} ${person.name}`}</Text>
        <View>
          <Status kind={kind}>{words}</Status>
        </View>
      </View>
    </View>
  )
}
