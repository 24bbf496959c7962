import { View } from '@tarojs/components'
import type { VillagePerson } from '../../../../contract/registry'
import { Card, Status } from '../../../components'
import { useChoosePerson } from './choose-person'

/** Somebody to act for; a tap goes on to what one can do for them. */
export function PersonRow({
  person: { personId, name, age, villageName, isHead, hasWeChat },
}: {
  person: VillagePerson
}) {
  const choose = useChoosePerson()
  return (
    <Card onPress={() => choose({ personId, name })}>
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="quiet">{`${age} 岁 · ${villageName}${isHead ? ' · 户主' : ''}`}</View>
        {!hasWeChat && <Status kind="waiting">没有微信，请您转告</Status>}
      </View>
    </Card>
  )
}
