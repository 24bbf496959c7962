import { Picker, Text, View } from '@tarojs/components'
import { dayOf, sayDay } from '../../../contract/time'
import { Sign } from '../../components'

interface Props {
  label: string
  /** YYYY-MM-DD; empty until chosen. */
  value: string
  onChange: (day: string) => void
  error?: string | undefined
  id?: string
}

/** A day, chosen and never typed, not after today. */
export function DateField({ label, value, onChange, error, id }: Props) {
  const now = Date.now()
  const today = dayOf(now)
  return (
    <View className={`field${error ? ' field-wrong' : ''}`} {...(id ? { id } : {})}>
      <Text className="field-label">{label}</Text>
      <Picker
        mode="date"
        value={value || today}
        end={today}
        onChange={({ detail }) => onChange(String(detail.value))}
      >
        <View className="field-box date-box">
          <Sign name="calendar" />
          <Text className="grow">{value ? sayDay(value, now) : '点这里选日期'}</Text>
        </View>
      </Picker>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
