import { Text, View } from '@tarojs/components'
import { Sign } from '../../components'

interface Props<K extends string> {
  label: string
  names: Readonly<Record<K, string>>
  chosen: readonly K[]
  onChange: (chosen: K[]) => void
  /** What it means that none is chosen. */
  none: string
  error?: string | undefined
}

/** Some of a few, all in sight; none has a meaning of its own, told under it. */
export function SomeOf<K extends string>({ label, names, chosen, onChange, none, error }: Props<K>) {
  const toggle = (key: K) =>
    onChange(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key])
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <View className="choice">
        {(Object.keys(names) as K[]).map((key) => {
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
      {chosen.length === 0 && <Text className="quiet">{none}</Text>}
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
