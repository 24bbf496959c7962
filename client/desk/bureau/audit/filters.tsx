import { View } from '@tarojs/components'
import { Card, DateField, GhostButton, Pick } from '../../../components'
import { type Chosen, PersonField } from '../person-field'
import { ACT_OPTIONS } from './words'

export interface Filters {
  who?: Chosen | undefined
  about?: Chosen | undefined
  operation: string
  from: string
  to: string
}
export const NONE: Filters = { operation: '', from: '', to: '' }

interface Props {
  value: Filters
  onChange: (filters: Filters) => void
}

/** What to look for; each is one tap, and all of them are emptied by another. */
export function AuditFilters({ value, onChange }: Props) {
  const set = (part: Partial<Filters>) => onChange({ ...value, ...part })
  return (
    <>
      <Card>
        <PersonField
          label="谁办的"
          asked="audit-who"
          value={value.who}
          onChange={(who) => set({ who })}
          hint="谁都看"
        />
        <PersonField
          label="关于谁"
          asked="audit-about"
          value={value.about}
          onChange={(about) => set({ about })}
          hint="谁都看"
        />
      </Card>
      <Card>
        <Pick
          label="什么事"
          options={ACT_OPTIONS}
          value={value.operation}
          onChange={(operation) => set({ operation })}
          id="pick-act"
        />
        <View className="two">
          <DateField label="从" value={value.from} onChange={(from) => set({ from })} id="audit-from" />
          <DateField label="到" value={value.to} onChange={(to) => set({ to })} id="audit-to" />
        </View>
      </Card>
      {JSON.stringify(value) !== JSON.stringify(NONE) && (
        <GhostButton onPress={() => onChange(NONE)}>全部重新看</GhostButton>
      )}
    </>
  )
}
