import { Text } from '@tarojs/components'
import { Card, Check, Field } from '../../components'
import { PlaceField } from '../../place/place-field'
import type { Problems } from '../problems'
import type { Draft } from './bind'

interface Props {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  problems: Problems
}

/** Where somebody lives and how they are called: enough for the informant, who knows everybody. */
export function RequestForm({ draft, onChange, problems }: Props) {
  return (
    <Card>
      <PlaceField
        label="您住哪个村"
        asked="bind-village"
        level="village"
        value={draft.village ?? undefined}
        onChange={(village) => onChange({ village })}
        error={problems.village}
      />
      <Field
        id="field-name"
        label="您的名字"
        hint="身份证上的名字"
        max={30}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={problems.name}
      />
      {draft.way === 'request' && (
        <Field
          id="field-phone"
          label="手机号（可以不填）"
          hint="信息员好打电话问您"
          max={20}
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          error={problems.phone}
        />
      )}
    </Card>
  )
}

interface MatchProps {
  lastSix: string
  onLastSix: (lastSix: string) => void
  compare: boolean
  onCompare: (compare: boolean) => void
  problems: Problems
}

/** The last six places, with an agreement of their own. They are never kept on the phone. */
export function MatchForm({ lastSix, onLastSix, compare, onCompare, problems }: MatchProps) {
  return (
    <Card>
      <Field
        id="field-last-six"
        label="身份证号后六位"
        hint="最后一位是 X 的，填 X"
        max={8}
        value={lastSix}
        onChange={onLastSix}
        error={problems.lastSix}
      />
      <Check on={compare} onChange={onCompare} note="只核对，不记下这六位。还要本村信息员确认。">
        同意用这六位和登记的核对
      </Check>
      {problems.agreed && <Text className="field-error">{problems.agreed}</Text>}
    </Card>
  )
}
