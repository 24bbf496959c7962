import { Text } from '@tarojs/components'
import { Screen } from '../../components'

export default function Ask() {
  return (
    <Screen>
      <Text>问专家</Text>
    </Screen>
  )
}
