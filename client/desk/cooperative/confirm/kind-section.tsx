import { Text, View } from '@tarojs/components'
import type { ItemKind } from '../../../../contract/dividend'
import { formatYuan } from '../../../../contract/money'
import { ITEM_NAMES } from '../../../words'
import type { Chosen } from '../chosen'
import { sumsOf } from '../words'
import { type Draft, type Filled, type Problems, sharedOf } from './evidence'
import { EvidenceForm } from './evidence-form'
import { ItemPart } from './item-part'

export interface Changes {
  shared: (kind: ItemKind, part: Partial<Filled>) => void
  /** What differs of an item; null: the same as the others again. */
  own: (item: Chosen, part: Partial<Filled> | null) => void
  policy: (itemId: string, policyNumber: string) => void
  remove: (itemId: string) => void
}

interface Props {
  kind: ItemKind
  /** The chosen items of this kind. */
  items: readonly Chosen[]
  draft: Draft
  problems: Problems
  changes: Changes
}

/** All chosen items of a kind: what serves them all, and each household, where one may differ. */
export function KindSection({ kind, items, draft, problems, changes }: Props) {
  const { households, fen } = sumsOf(items)
  const someShare = items.some(({ id }) => !draft.own[id])
  return (
    <View className="card own">
      <View className="heading">
        {`${ITEM_NAMES[kind]}，${households} 户${fen > 0 ? `，共 ${formatYuan(fen)}` : ''}`}
      </View>
      {someShare && (
        <>
          {items.length > 1 && <Text className="quiet">填一次，下面各户都用。哪户不一样，单独改。</Text>}
          <EvidenceForm
            kind={kind}
            place={kind}
            filled={sharedOf(draft, kind)}
            problems={problems}
            onChange={(part) => changes.shared(kind, part)}
          />
        </>
      )}
      {items.map((item) => (
        <ItemPart
          key={item.id}
          item={item}
          alone={items.length === 1}
          own={draft.own[item.id]}
          policy={draft.policies[item.id] ?? ''}
          failed={draft.failed[item.id]}
          problems={problems}
          onOwn={(on) => changes.own(item, on ? {} : null)}
          onChange={(part) => changes.own(item, part)}
          onPolicy={(policyNumber) => changes.policy(item.id, policyNumber)}
          onRemove={() => changes.remove(item.id)}
        />
      ))}
    </View>
  )
}
