import { Text, View } from '@tarojs/components'
import { beijing } from '../../contract/time'
import './training.scss'

/** The day something begins, big enough to be seen first. */
export function DateBlock({ at }: { at: string }) {
  const day = beijing(at)
  return (
    <View className="date-block">
      <Text className="date-block-day">{String(day.date())}</Text>
      <Text className="date-block-month">{`${day.month() + 1} 月`}</Text>
    </View>
  )
}
