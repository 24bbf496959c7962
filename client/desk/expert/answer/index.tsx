import { Text } from '@tarojs/components'
import { Screen } from '../../../components'

export default function Answer() {
  return (
    <Screen>
      <Text>回复</Text>
    </Screen>
  )
}
