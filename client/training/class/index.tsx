import { Text } from '@tarojs/components'
import { Screen } from '../../components'

export default function ClassPage() {
  return (
    <Screen>
      <Text>培训班</Text>
    </Screen>
  )
}
