import { Text } from '@tarojs/components'
import { Screen } from '../../components'

export default function Inbox() {
  return (
    <Screen>
      <Text>消息</Text>
    </Screen>
  )
}
