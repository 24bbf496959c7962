import { Text } from '@tarojs/components'
import { Screen } from '../../../components'

export default function ItemPage() {
  return (
    <Screen>
      <Text>冲正</Text>
    </Screen>
  )
}
