import { Text } from '@tarojs/components'
import { Screen } from '../../../components'

export default function PersonPage() {
  return (
    <Screen>
      <Text>替人办事</Text>
    </Screen>
  )
}
