import { Text, View } from '@tarojs/components'
import { formatYuan } from '../../../contract/money'
import { sayDay } from '../../../contract/time'
import { Card } from '../../components'
import type { Contract } from './contract'

/** What happens when the term ends, in plain words; the choice itself is made with the co-op. */
export function Expiry({ contract, now }: { contract: Contract; now: number }) {
  const { daysLeft, endsOn, annualFen, principalFen, animals } = contract
  const day = sayDay(endsOn, now)
  return (
    <Card>
      <View className="strong">到期以后怎么办？</View>
      <View className="quiet">
        {daysLeft > 0
          ? `合同到 ${day}到期。到期前合作社会来问您，三样选一样：`
          : `合同 ${day}已经到期，三样选一样：`}
      </View>
      <View className="choices">
        <Text>{`接着养：每年再分 ${formatYuan(annualFen)}。`}</Text>
        <Text>{`退钱：入股的 ${formatYuan(principalFen)}一次退给您。`}</Text>
        <Text>{`领猪：${animals}，领回自己家养。`}</Text>
      </View>
      <View className="quiet">退了钱或者领了猪，合同就结束，不再分红。</View>
    </Card>
  )
}
