import { Text } from '@tarojs/components'
import { Screen } from '../../../components'

export default function Confirm() {
  return (
    <Screen>
      <Text>确认</Text>
    </Screen>
  )
}
