import { Text, View } from '@tarojs/components'
import type { Item } from '../../../contract/dividend'
import { Sign, Status } from '../../components'
import type { SignName } from '../../icons/names'
import { ITEM_NAMES } from '../../words'
import { Receipts } from '../receipts'
import { confirmationWords, coverWords, dueYearOf, itemWords, standingOf } from '../words'

interface Props {
  items: readonly Item[]
  coverFen: number
  now: number
}

/** One year: its dividend above, insurance and gift below, each with how it stands. */
export function YearCard({ items, coverFen, now }: Props) {
  const dividend = items.find((item) => item.kind === 'dividend')
  const others = items.filter((item) => item.kind !== 'dividend')
  if (!dividend) return null
  const { kind } = standingOf(dividend, now)
  return (
    <View className="year">
      <View className={`year-mark year-mark-${kind}`}>
        <Sign name={kind} />
      </View>
      <View className="card year-card">
        <View className="line">
          <Text className="strong line-name">{`${dueYearOf(dividend)} 年${itemWords(dividend)}`}</Text>
          <ItemStatus item={dividend} now={now} />
        </View>
        <Told item={dividend} />
        {others.map((item) => (
          <View key={item.id} className="year-other">
            <View className="line">
              <View className="line-name year-name">
                <Sign name={SIGNS[item.kind]} />
                <Text>{NAMES[item.kind](coverFen)}</Text>
              </View>
              <ItemStatus item={item} now={now} />
            </View>
            <Told item={item} />
          </View>
        ))}
      </View>
    </View>
  )
}

const SIGNS: Record<Item['kind'], SignName> = { dividend: 'done', insurance: 'shield', gift: 'gift' }
const NAMES: Record<Item['kind'], (coverFen: number) => string> = {
  dividend: () => ITEM_NAMES.dividend,
  insurance: (coverFen) => `${ITEM_NAMES.insurance}，${coverWords(coverFen)}`,
  gift: () => ITEM_NAMES.gift,
}

function ItemStatus({ item, now }: { item: Item; now: number }) {
  const { kind, words } = standingOf(item, now)
  return <Status kind={kind}>{words}</Status>
}

/** What the co-op says it did, its receipts, and what the household said to that. */
function Told({ item: { dueOn, state, confirmation, dispute } }: { item: Item }) {
  if (!confirmation) return null
  return (
    <View className="quiet">
      <View>{`${state === 'disputed' ? '合作社说：' : ''}${confirmationWords(confirmation, dueOn)}`}</View>
      {dispute?.text && <View>{`您家说：${dispute.text}`}</View>}
      <Receipts {...confirmation} />
    </View>
  )
}
