import { Text, View } from '@tarojs/components'
import { Sign } from '../../components'

/** The plain way to say that it cannot wait. */
export function Danger({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <View
      id="danger"
      className={`danger${on ? ' danger-on' : ''}`}
      hoverClass="pressed"
      onClick={() => onChange(!on)}
    >
      <Sign name={on ? 'chosen' : 'unchosen'} />
      <View className="grow">
        <View className="strong">急：牲畜要死了、中毒了</View>
        <Text className="danger-note">点一下，专家先看您的</Text>
      </View>
    </View>
  )
}
