import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { sayTime } from '../../../contract/time'
import { useIntent } from '../../cloud/call'
import { Card, GhostButton } from '../../components'

/** A code for the phone of whoever lets one act for them. */
export function MyCode() {
  const [shown, show] = useState<Output<'identity.showCode'>>()
  const make = useIntent('identity.showCode')
  const press = async () => show(await make({}))
  return (
    <Card>
      <View className="strong">我替别人办</View>
      <View className="quiet">把码给对方看，他在自己手机上填了，您就能替他办。</View>
      {shown && (
        <>
          <View className="code-big">{shown.code}</View>
          <Text className="quiet">{`${sayTime(shown.expiresAt, Date.now())} 以前都能填`}</Text>
        </>
      )}
      <GhostButton sign="code" onPress={press}>
        {shown ? '换一个码' : '出示我的码'}
      </GhostButton>
    </Card>
  )
}
