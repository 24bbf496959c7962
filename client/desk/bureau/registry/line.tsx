import { Text, View } from '@tarojs/components'

/** One fact of a card: its name in small, and what it is. */
export function Line({ name, children }: { name: string; children: string }) {
  return (
    <View className="fact">
      <Text className="fact-name">{name}</Text>
      <Text className="grow">{children}</Text>
    </View>
  )
}
