import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { Card, GhostButton } from '../../components'
import { type Look, lookWords } from './words'

/** Who looked at what of mine, newest first: the first come with the page, the rest when asked for. */
export function Looks({ first, next }: { first: readonly Look[]; next: string | undefined }) {
  const [rest, setRest] = useState<{ looks: Look[]; next: string | undefined }>({ looks: [], next })
  const more = async () => {
    const found = await call('identity.looks', { cursor: rest.next })
    setRest({ looks: [...rest.looks, ...found.looks], next: found.next })
  }
  const all = [...first, ...rest.looks]
  const now = Date.now()
  return (
    <>
      <Card>
        <Text className="strong">谁看过、办过我的</Text>
        {all.length === 0 && <View className="quiet">还没有别人看过。有人看了，会记在这里。</View>}
        {all.map((look, index) => (
          // Two looks may be alike in everything.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
          <View key={index} className="look">
            <Text>{lookWords(look, now)}</Text>
            {look.reason && <View className="quiet">{`原因：${look.reason}`}</View>}
          </View>
        ))}
      </Card>
      {rest.next && <GhostButton onPress={more}>看更早的</GhostButton>}
    </>
  )
}
