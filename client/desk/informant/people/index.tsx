import { Text } from '@tarojs/components'
import { Screen } from '../../../components'

export default function People() {
  return (
    <Screen>
      <Text>村里的人</Text>
    </Screen>
  )
}
