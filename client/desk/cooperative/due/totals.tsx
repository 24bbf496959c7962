import { Text, View } from '@tarojs/components'
import type { Output } from '../../../../contract'
import { formatYuan } from '../../../../contract/money'
import { Bar } from '../../../components'

interface Props {
  totals: Output<'dividend.due'>['totals']
  mayConfirm: boolean
}

/** Dividends of the year: due, paid, outstanding; the first is always the sum of the others. */
export function Totals({ totals: { dueFen, paidFen, outstandingFen, items }, mayConfirm }: Props) {
  const figures = [
    { name: '应付', fen: dueFen, look: '' },
    { name: '已付', fen: paidFen, look: '' },
    { name: '没付', fen: outstandingFen, look: outstandingFen > 0 ? ' figure-open' : '' },
  ]
  return (
    <>
      <View className="figures">
        {figures.map(({ name, fen, look }) => (
          <View key={name} className={`figure${look}`}>
            <View className="figure-name">{name}</View>
            <View className="strong">{formatYuan(fen)}</View>
          </View>
        ))}
      </View>
      <Bar part={dueFen > 0 ? paidFen / dueFen : 0} />
      {items.disputed > 0 && <Text className="quiet">农户说没收到的分红，算在“没付”里。</Text>}
      {!mayConfirm && <Text className="quiet">这里看得到本地区所有合作社。确认由合作社自己办。</Text>}
    </>
  )
}
