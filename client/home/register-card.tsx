import { View } from '@tarojs/components'
import type { Me } from '../../contract/identity'
import { Card, Picture, Status } from '../components'
import { register } from '../lead'
import { requestWords } from './request-words'
import { HOW_TO_REGISTER } from './summary'

/** For who is not registered: the way to say who one is, or how what one said stands. */
export function RegisterCard({ me: { request } }: { me: Me }) {
  const asked = request && requestWords(request)
  return (
    <Card onPress={() => register()}>
      <Picture name="informant" />
      <View className="grow">
        <View className="strong">{asked ? '我的登记申请' : '去登记'}</View>
        {asked && <Status kind={asked.kind}>{asked.title}</Status>}
        <View className={asked ? '' : 'quiet'}>{asked?.about ?? HOW_TO_REGISTER}</View>
      </View>
    </Card>
  )
}
