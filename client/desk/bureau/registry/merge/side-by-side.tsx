import { Text, View } from '@tarojs/components'
import { Sign } from '../../../../components'
import type { Compared } from './compare'

type Side = 'one' | 'other'
const SIDES: Side[] = ['one', 'other']

interface Props {
  lines: readonly Compared[]
  stays: Side
  onStays: (side: Side) => void
}

/** Two entries in two columns; the head of a column is a button that says which stays. */
export function SideBySide({ lines, stays, onStays }: Props) {
  return (
    <View className="card sides">
      <View className="sides-row">
        {SIDES.map((side) => (
          <View
            key={side}
            id={`stays-${side}`}
            className={`choice-one${side === stays ? ' choice-on' : ''}`}
            hoverClass="pressed"
            onClick={() => onStays(side)}
          >
            {side === stays && <Sign name="done" />}
            <Text>{side === stays ? '留下这个' : '改成留这个'}</Text>
          </View>
        ))}
      </View>
      {lines.map(({ name, of, differs }) => (
        <View key={name} className="sides-line">
          <View className="quiet">{differs ? `${name}，不一样` : name}</View>
          <View className="sides-row">
            {SIDES.map((side, index) => (
              <Text key={side} className={`sides-cell${differs ? ' sides-differs' : ''}`}>
                {of[index]}
              </Text>
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
