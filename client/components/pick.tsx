import { Picker, Text, View } from '@tarojs/components'
import { Sign } from './icon'

interface Props<K extends string> {
  label: string
  /** What one can choose, in order. */
  options: readonly { key: K; name: string }[]
  value: K | undefined
  onChange: (key: K) => void
  /** Shown until something was chosen. */
  hint?: string
  error?: string | undefined
  id?: string
}

/** One of many, chosen in WeChat's own wheel. Of a few, `Choice` shows all. */
export function Pick<K extends string>({ label, options, value, onChange, hint, error, id }: Props<K>) {
  const index = options.findIndex(({ key }) => key === value)
  return (
    <View className={`field${error ? ' field-wrong' : ''}`} {...(id ? { id } : {})}>
      <Text className="field-label">{label}</Text>
      <Picker
        mode="selector"
        range={options.map(({ name }) => name)}
        value={Math.max(0, index)}
        onChange={({ detail }) => {
          const chosen = options[Number(detail.value)]
          if (chosen) onChange(chosen.key)
        }}
      >
        <View className="field-box pick-box">
          <Text className={`grow${index < 0 ? ' quiet' : ''}`}>
            {options[index]?.name ?? hint ?? '点这里选'}
          </Text>
          <Sign name="next" />
        </View>
      </Picker>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
