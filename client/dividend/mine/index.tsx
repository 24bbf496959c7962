import { Text } from '@tarojs/components'
import { Screen } from '../../components'

export default function MyDividend() {
  return (
    <Screen>
      <Text>我的分红</Text>
    </Screen>
  )
}
