import { Text, View } from '@tarojs/components'
import { Sign } from './icon'

interface Props<K extends string> {
  label: string
  names: Readonly<Record<K, string>>
  value: K | undefined
  onChange: (key: K) => void
  error?: string | undefined
}

/** One of a few, all in sight. */
export function Choice<K extends string>({ label, names, value, onChange, error }: Props<K>) {
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <View className="choice">
        {(Object.keys(names) as K[]).map((key) => (
          <View
            key={key}
            className={`choice-one${key === value ? ' choice-on' : ''}`}
            hoverClass="pressed"
            onClick={() => onChange(key)}
          >
            {key === value && <Sign name="done" />}
            <Text>{names[key]}</Text>
          </View>
        ))}
      </View>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
