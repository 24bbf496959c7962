import { Text, View } from '@tarojs/components'
import { Check, Field, Sign } from '../../../../components'
import { go } from '../../../../go'
import { useHanded } from '../../../../handed'
import { type ChosenPerson, choosePage } from '../pages'

/** What can be changed of a household; empty where nothing is written. */
export interface HouseholdForm {
  address: string
  assisted: boolean
  cadre: ChosenPerson | null
}

interface Props {
  form: HouseholdForm
  onChange: (part: Partial<HouseholdForm>) => void
  problems: Record<string, string>
  /** Unique among forms that may be open at once. */
  asked: string
}

/** Address, whether it is assisted, and by whom. */
export function HouseholdFields({ form: { address, assisted, cadre }, onChange, problems, asked }: Props) {
  useHanded<ChosenPerson>(asked, (chosen) => onChange({ cadre: chosen }))
  return (
    <>
      <Field
        id="household-address"
        label="住址（几组几号）"
        hint="比如：3 组 12 号"
        max={40}
        value={address}
        onChange={(typed) => onChange({ address: typed })}
        error={problems.address}
      />
      <Check on={assisted} onChange={(on) => onChange({ assisted: on })} note="只有科技局和驻村干部看得到">
        是帮扶户
      </Check>
      {assisted && (
        <View className={`field${problems.cadreId ? ' field-wrong' : ''}`}>
          <Text className="field-label">由哪位驻村干部帮扶</Text>
          <View
            id="household-cadre"
            className="field-box pick-box"
            hoverClass="pressed"
            onClick={() => void go(choosePage(asked, '选驻村干部'))}
          >
            <Text className={`grow${cadre ? '' : ' quiet'}`}>{cadre?.name ?? '还没有定，点这里选'}</Text>
            <Sign name="next" />
          </View>
          {problems.cadreId && <Text className="field-error">{problems.cadreId}</Text>}
        </View>
      )}
    </>
  )
}
