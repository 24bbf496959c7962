import { Picker, Text, View } from '@tarojs/components'
import { DateField, Sign } from '../../components'
import type { Moment } from './form'

interface TimeProps {
  label: string
  /** HH:MM */
  value: string
  onChange: (time: string) => void
  error?: string | undefined
  id?: string
}

/** A time of day, chosen and never typed. */
export function TimeField({ label, value, onChange, error, id }: TimeProps) {
  return (
    <View className={`field${error ? ' field-wrong' : ''}`} {...(id ? { id } : {})}>
      <Text className="field-label">{label}</Text>
      <Picker mode="time" value={value} onChange={({ detail }) => onChange(String(detail.value))}>
        <View className="field-box date-box">
          <Sign name="waiting" />
          <Text className="grow">{value}</Text>
        </View>
      </Picker>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}

/** The furthest a class is planned ahead. */
export const farDay = (): string => `${new Date().getFullYear() + 3}-12-31`

interface Props {
  label: string
  value: Moment
  onChange: (moment: Moment) => void
  error?: string | undefined
  id: string
}

/** A day with a time of it; without a day there is none, and no time is asked for. */
export function MomentField({ label, value, onChange, error, id }: Props) {
  return (
    <View className="times">
      <DateField
        id={id}
        label={label}
        value={value.day}
        until={farDay()}
        onChange={(day) => onChange({ ...value, day })}
        error={error}
      />
      {value.day !== '' && (
        <TimeField
          id={`${id}-time`}
          label="几点"
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
        />
      )}
    </View>
  )
}
