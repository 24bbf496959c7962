import { Text } from '@tarojs/components'
import { Screen } from '../../components'

export default function QuestionPage() {
  return (
    <Screen>
      <Text>咨询</Text>
    </Screen>
  )
}
