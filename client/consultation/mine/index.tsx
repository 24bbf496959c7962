import { Text } from '@tarojs/components'
import { Screen } from '../../components'

export default function MyQuestions() {
  return (
    <Screen>
      <Text>我的咨询</Text>
    </Screen>
  )
}
