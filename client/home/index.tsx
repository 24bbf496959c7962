import { Text } from '@tarojs/components'
import { Screen } from '../components'

export default function Home() {
  return (
    <Screen tab>
      <Text>首页</Text>
    </Screen>
  )
}
