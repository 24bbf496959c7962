import { Text, View } from '@tarojs/components'
import { Sign } from '../../../../components'

interface Props<K extends string> {
  label: string
  names: Readonly<Record<K, string>>
  keys: readonly K[]
  chosen: readonly K[]
  onChange: (chosen: K[]) => void
  error?: string | undefined
}

/** Some of a few, all in sight. */
export function PickSome<K extends string>({ label, names, keys, chosen, onChange, error }: Props<K>) {
  const toggle = (key: K) =>
    onChange(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key])
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <View className="choice">
        {keys.map((key) => {
          const on = chosen.includes(key)
          return (
            <View
              key={key}
              className={`choice-one${on ? ' choice-on' : ''}`}
              hoverClass="pressed"
              onClick={() => toggle(key)}
            >
              <Sign name={on ? 'chosen' : 'unchosen'} />
              <Text>{names[key]}</Text>
            </View>
          )
        })}
      </View>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
