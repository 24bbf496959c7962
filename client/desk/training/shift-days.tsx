import { Text, View } from '@tarojs/components'
import { GhostButton } from '../../components'

const WEEK = 7

/** All days of a class at once: what was copied, or put off, keeps its days of the week. */
export function ShiftDays({ onShift }: { onShift: (days: number) => void }) {
  return (
    <View className="stack">
      <Text className="quiet">上课和截止的日子可以一起挪：</Text>
      <View className="two">
        <GhostButton sign="calendar" onPress={() => onShift(-WEEK)}>
          都早一周
        </GhostButton>
        <GhostButton sign="calendar" onPress={() => onShift(WEEK)}>
          都晚一周
        </GhostButton>
      </View>
    </View>
  )
}
