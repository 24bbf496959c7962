import { View } from '@tarojs/components'
import type { Output } from '../../../../contract'
import { sayTime } from '../../../../contract/time'
import { confirmationWords } from '../../../dividend/words'

type Line = Output<'dividend.get'>['ledger'][number]

const DID: Record<Line['type'], string> = { confirm: '确认', reverse: '冲正', dispute: '说没收到' }

/** Everything that happened to an item, oldest first; nothing in it is ever changed. */
export function Ledger({ lines }: { lines: readonly Line[] }) {
  const now = Date.now()
  if (lines.length === 0) return null
  return (
    <View className="card">
      <View className="strong">经过</View>
      {lines.map(({ type, at, by, on, how, reason }, index) => (
        // Lines are only ever added at the end.
        <View key={String(index)} className="ledger-line">
          <View>{`${by}${DID[type]}${on && how ? `：${confirmationWords({ on, how }, now)}` : ''}${reason ? `：${reason}` : ''}`}</View>
          <View className="quiet">{sayTime(at, now)}</View>
        </View>
      ))}
    </View>
  )
}
