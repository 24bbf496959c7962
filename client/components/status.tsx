import { Text, View } from '@tarojs/components'
import { Sign } from './icon'

/** The five kinds there are, each with a sign and a colour of its own. */
export type StatusKind = 'done' | 'news' | 'waiting' | 'urgent' | 'plain'

/** How a thing stands: sign, word and colour together. */
export function Status({ kind, children }: { kind: StatusKind; children: string }) {
  return (
    <View className={`status status-${kind}`}>
      <Sign name={kind} />
      <Text>{children}</Text>
    </View>
  )
}

/** A few sentences that stand out from the page. */
export function Notice({ kind, children }: { kind: StatusKind; children: string }) {
  return (
    <View className={`notice notice-${kind}`}>
      <Sign name={kind} />
      <Text className="grow">{children}</Text>
    </View>
  )
}

/** How much of something is taken, 0 to 1. */
export function Bar({ part }: { part: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, part)) * 100)
  return (
    <View className="bar">
      <View className="bar-taken" style={{ width: `${percent}%` }} />
    </View>
  )
}
