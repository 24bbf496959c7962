import { Text, View } from '@tarojs/components'
import type { Me } from '../../contract/identity'
import { MainButton, Picture } from '../components'
import { go } from '../go'
import { insteadOf } from './instead'

/** For who may not ask: a kind sentence, and what they can do instead. */
export function NotForYou({ me }: { me: Me }) {
  const { picture, words, action, page } = insteadOf(me)
  return (
    <View className="state">
      <Picture name={picture} size="big" />
      <Text>{words}</Text>
      <MainButton onPress={() => go(page)}>{action}</MainButton>
    </View>
  )
}
