import { Text } from '@tarojs/components'
import { Screen } from '../../components'

export default function My() {
  return (
    <Screen>
      <Text>我的</Text>
    </Screen>
  )
}
