import { Text } from '@tarojs/components'
import { Screen } from '../../../components'

export default function Queue() {
  return (
    <Screen>
      <Text>待我回复</Text>
    </Screen>
  )
}
