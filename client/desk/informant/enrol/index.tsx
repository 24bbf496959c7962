import { Text } from '@tarojs/components'
import { Screen } from '../../../components'

export default function EnrolPeople() {
  return (
    <Screen>
      <Text>给谁报名</Text>
    </Screen>
  )
}
