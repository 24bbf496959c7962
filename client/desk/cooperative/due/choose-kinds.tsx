import { Text, View } from '@tarojs/components'
import type { ItemKind } from '../../../../contract/dividend'
import { Sign } from '../../../components'
import { ITEM_NAMES } from '../../../words'
import type { Chosen } from '../chosen'
import { chosenOf, type Household } from './household-card'

interface Props {
  households: readonly Household[]
  chosen: readonly Chosen[]
  onToggle: (items: Chosen[]) => unknown
}

/** All dividends, all insurances or all gifts that are listed, in one tap. */
export function ChooseKinds({ households, chosen, onToggle }: Props) {
  const all = households.flatMap((household) => household.items.map((item) => chosenOf(household, item)))
  const on = new Set(chosen.map(({ id }) => id))
  return (
    <View className="choice">
      {(Object.keys(ITEM_NAMES) as ItemKind[]).map((kind) => {
        const items = all.filter((item) => item.kind === kind)
        if (items.length === 0) return null
        const full = items.every(({ id }) => on.has(id))
        return (
          <View
            key={kind}
            className={`choice-one${full ? ' choice-on' : ''}`}
            hoverClass="pressed"
            onClick={() => void onToggle(items)}
          >
            <Sign name={full ? 'chosen' : 'unchosen'} />
            <Text>{`全选${ITEM_NAMES[kind]}`}</Text>
          </View>
        )
      })}
    </View>
  )
}
