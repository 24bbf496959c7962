import { Text, View } from '@tarojs/components'
import { Field, Notice } from '../../../components'
import { itemOfYear } from '../../../dividend/words'
import type { Chosen } from '../chosen'
import type { Filled, Problems } from './evidence'
import { EvidenceForm } from './evidence-form'

interface Props {
  item: Chosen
  /** The only one of its kind: there are no others to differ from. */
  alone: boolean
  own: Filled | undefined
  policy: string
  /** Why the server did not take it. */
  failed: string | undefined
  problems: Problems
  onOwn: (on: boolean) => void
  onChange: (part: Partial<Filled>) => void
  onPolicy: (policyNumber: string) => void
  onRemove: () => void
}

/** One household in the form. */
export function ItemPart({ item, alone, own, policy, failed, problems, ...on }: Props) {
  const { id, kind, headName, villageName } = item
  return (
    <View className="own item-part">
      <View>
        <View className="strong">{headName}</View>
        <View className="quiet">{`${villageName}，${itemOfYear(item)}`}</View>
      </View>
      {failed && <Notice kind="urgent">{failed}</Notice>}
      {kind === 'insurance' && (
        <Field
          id={`policy-${id.replaceAll(':', '-')}`}
          label={`${headName}的保单号`}
          hint="照着保单填"
          max={32}
          value={policy}
          error={problems[`${id}.policy`]}
          onChange={on.onPolicy}
        />
      )}
      {own && <EvidenceForm kind={kind} place={id} filled={own} problems={problems} onChange={on.onChange} />}
      <View className="own-line">
        {!alone || own ? (
          <View className="link" hoverClass="pressed" onClick={() => on.onOwn(!own)}>
            <Text>{own ? '和大家一样' : '这户不一样，单独改'}</Text>
          </View>
        ) : (
          <View />
        )}
        <View className="link" hoverClass="pressed" onClick={on.onRemove}>
          <Text>先不确认</Text>
        </View>
      </View>
    </View>
  )
}
