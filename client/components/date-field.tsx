import { Picker, Text, View } from '@tarojs/components'
import { dayOf, sayDay } from '../../contract/time'
import { Sign } from './icon'

interface Props {
  label: string
  /** YYYY-MM-DD; empty until chosen. */
  value: string
  onChange: (day: string) => void
  error?: string | undefined
  id?: string
  /** The first and the last day one may choose; the last is today unless told. */
  from?: string
  until?: string
}

/** A day, chosen and never typed. */
export function DateField({ label, value, onChange, error, id, from, until }: Props) {
  const now = Date.now()
  const today = dayOf(now)
  return (
    <View className={`field${error ? ' field-wrong' : ''}`} {...(id ? { id } : {})}>
      <Text className="field-label">{label}</Text>
      <Picker
        mode="date"
        value={value || today}
        {...(from ? { start: from } : {})}
        end={until ?? today}
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
