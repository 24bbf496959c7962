import { Text, View } from '@tarojs/components'
import { Sign } from '../../components'
import type { SignName } from '../../icons/names'

interface Props {
  sign: SignName
  children: string
  onPress: () => unknown
  danger?: boolean
}

/** Something small one can do with a part of a card. */
export function SmallAct({ sign, children, onPress, danger }: Props) {
  return (
    <View
      className={`small-act${danger ? ' small-act-danger' : ''}`}
      hoverClass="pressed"
      onClick={() => void onPress()}
    >
      <Sign name={sign} />
      <Text>{children}</Text>
    </View>
  )
}
