import { View } from '@tarojs/components'

interface Props<K extends string> {
  /** Most used first. */
  tabs: readonly { key: K; name: string }[]
  on: K
  onChange: (key: K) => void
}

/** Two to four views of one list. */
export function Tabs<K extends string>({ tabs, on, onChange }: Props<K>) {
  return (
    <View className="tabs">
      {tabs.map(({ key, name }) => (
        <View
          key={key}
          className={`tabs-one${key === on ? ' tabs-on' : ''}`}
          hoverClass="pressed"
          onClick={() => onChange(key)}
        >
          {name}
        </View>
      ))}
    </View>
  )
}
