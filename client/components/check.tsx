import { Text, View } from '@tarojs/components'
import { Sign } from './icon'

interface Props {
  on: boolean
  onChange: (on: boolean) => void
  children: string
  /** In small under it. */
  note?: string
}

/** Yes or no, as a box to tick; the whole row is the target. */
export function Check({ on, onChange, children, note }: Props) {
  return (
    <View className={`check${on ? ' check-on' : ''}`} hoverClass="pressed" onClick={() => onChange(!on)}>
      <Sign name={on ? 'chosen' : 'unchosen'} />
      <View className="grow">
        <Text>{children}</Text>
        {note && <View className="quiet">{note}</View>}
      </View>
    </View>
  )
}
