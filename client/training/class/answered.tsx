import { Text, View } from '@tarojs/components'
import type { ClassDetail } from '../../../contract/training'
import { Card, GhostButton } from '../../components'
import { go } from '../../go'
import { answeredWords } from '../answers-words'
import { isAlive } from '../standing'

/** What I answered when I signed up, and the way to change it. */
export function Answered({ training, query }: { training: ClassDetail; query: string }) {
  const { id, mine, questions, approval, cancelClosesAt } = training
  if (!mine || questions.length === 0 || !isAlive(mine.state)) return null
  const mayEdit = Date.now() < Date.parse(cancelClosesAt) && !['attended', 'absent'].includes(mine.state)
  return (
    <Card>
      <View className="class-facts">
        <View className="strong">报名时填的</View>
        {answeredWords(questions, mine.answers).map(({ label, words }) => (
          <View key={label}>
            <View className="quiet">{label}</View>
            <Text>{words}</Text>
          </View>
        ))}
        {mayEdit && (
          <GhostButton sign="edit" onPress={() => go(`/training/answers/index?id=${id}&edit=1${query}`)}>
            改一改
          </GhostButton>
        )}
        {mayEdit && approval && mine.state === 'enrolled' && (
          <Text className="quiet">改了要重新审核，名额还给您留着。</Text>
        )}
      </View>
    </Card>
  )
}
