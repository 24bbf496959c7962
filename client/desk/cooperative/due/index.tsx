import { Text } from '@tarojs/components'
import { Screen } from '../../../components'

export default function Due() {
  return (
    <Screen>
      <Text>今年的分红</Text>
    </Screen>
  )
}
