import { Text, View } from '@tarojs/components'

/** One thing that is held: its name in small, and what it is. */
export function Fact({ name, children }: { name: string; children: string }) {
  return (
    <View className="fact">
      <Text className="fact-name">{name}</Text>
      <Text className="grow">{children}</Text>
    </View>
  )
}
