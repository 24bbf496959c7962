import { Text, View } from '@tarojs/components'
import type { Output } from '../../../../contract'
import type { Item } from '../../../../contract/dividend'
import { Sign, Status } from '../../../components'
import { confirmationWords, itemWords } from '../../../dividend/words'
import { go } from '../../../go'
import type { Chosen } from '../chosen'
import { deskStandingOf } from '../words'

export type Household = Output<'dividend.due'>['households'][number]

export const chosenOf = (
  { contractId, headName, villageName }: Household,
  { id, kind, year, dueOn, amountFen }: Item,
): Chosen => ({ id, kind, year, dueOn, amountFen, contractId, headName, villageName })

interface Props {
  household: Household
  /** Whoever sees several co-ops is told which. */
  bureau: boolean
  /** What is chosen so far; absent where there is nothing to choose, and a tap opens the item. */
  chosen: readonly Chosen[] | undefined
  onToggle: (items: Chosen[]) => unknown
}

/** A household with its items of the year. */
export function HouseholdCard({ household, bureau, chosen, onToggle }: Props) {
  const { headName, villageName, cooperativeName, items } = household
  return (
    <View className="card household">
      <View className="strong">{headName}</View>
      <View className="quiet">
        {[villageName, `第 ${items[0]?.year} 年`, ...(bureau ? [cooperativeName] : [])].join('，')}
      </View>
      {items.map((item) => (
        <ItemRow
          key={item.id}
          item={item}
          on={chosen?.some(({ id }) => id === item.id)}
          onPress={() =>
            chosen ? onToggle([chosenOf(household, item)]) : go(`/desk/cooperative/item/index?id=${item.id}`)
          }
        />
      ))}
    </View>
  )
}

function ItemRow({ item, on, onPress }: { item: Item; on: boolean | undefined; onPress: () => unknown }) {
  const now = Date.now()
  const { kind, words } = deskStandingOf(item, now)
  const { confirmation, dispute } = item
  return (
    <View className="item-row" hoverClass="pressed" onClick={() => void onPress()}>
      {on !== undefined && <Sign name={on ? 'chosen' : 'unchosen'} />}
      <View className="grow">
        <View className="item-line">
          <Text className="item-name">{itemWords(item)}</Text>
          <Status kind={kind}>{words}</Status>
        </View>
        {confirmation && <View className="quiet">{confirmationWords(confirmation, now)}</View>}
        {dispute?.text && <View className="quiet">{`农户说：${dispute.text}`}</View>}
      </View>
      {on === undefined && <Sign name="next" />}
    </View>
  )
}
