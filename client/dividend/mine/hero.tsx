import { Text, View } from '@tarojs/components'
import { formatYuan } from '../../../contract/money'
import { sayDay } from '../../../contract/time'
import { daysLeftWords } from '../words'
import type { Contract } from './contract'

/** What came so far, in big; what was put in; what is next and by when. */
export function Hero({ contract, now }: { contract: Contract; now: number }) {
  const { receivedFen, principalFen, daysLeft, next } = contract
  const [sum = '', unit = ''] = formatYuan(receivedFen).split(' ')
  return (
    <View className="hero">
      <View>到现在已经拿到</View>
      <View className="hero-sum">
        <Text className="hero-number">{sum}</Text>
        <Text>{unit}</Text>
      </View>
      <View>{`入股 ${formatYuan(principalFen)}，${daysLeftWords(daysLeft)}`}</View>
      {next && (
        <View>
          {next.overdue
            ? `下一笔 ${formatYuan(next.amountFen)}，${sayDay(next.dueOn, now)}前该到，还没到`
            : `下一笔 ${formatYuan(next.amountFen)}，${sayDay(next.dueOn, now)}前到账`}
        </View>
      )}
    </View>
  )
}
