import { Text, View } from '@tarojs/components'
import { Sign } from '../../components'
import { setLarge, useLarge } from '../../large'

const SIZES = [
  { large: false, name: '平常字' },
  { large: true, name: '大字' },
]

/** Two choices, each written in its own size; every open page follows at once. */
export function LargeSwitch() {
  const on = useLarge()
  return (
    <View className="sizes">
      {SIZES.map(({ large, name }) => (
        <View
          key={name}
          id={large ? 'size-large' : 'size-normal'}
          className={`size${large === on ? ' size-on' : ''}`}
          hoverClass="pressed"
          onClick={() => setLarge(large)}
        >
          <Text className={large ? 'size-sample-large' : 'size-sample'}>{name}</Text>
          <View className="size-state">
            {large === on && <Sign name="done" />}
            <Text>{large === on ? '正在用' : '换成这个'}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
