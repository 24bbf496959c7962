import { Text, View } from '@tarojs/components'
import { Sign } from '../components'

interface Props<K extends string> {
  label: string
  names: Readonly<Record<K, string>>
  chosen: readonly K[]
  onChange: (chosen: K[]) => void
  /** Those to choose from, in their order; all that have a name unless told. */
  keys?: readonly K[]
  /** What it means that none is chosen, where that has a meaning of its own. */
  none?: string
  error?: string | undefined
}

/** Some of a few, all in sight. */
export function PickSome<K extends string>({
  label,
  names,
  keys = Object.keys(names) as K[],
  chosen,
  onChange,
  none,
  error,
}: Props<K>) {
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
      {none && chosen.length === 0 && <Text className="quiet">{none}</Text>}
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
