import { Text, View } from '@tarojs/components'
import { Sign } from '../../components'
import { WAYS, type Way } from './bind'

interface Props {
  on: Way | ''
  /** Whether the county compares identity numbers. */
  match: boolean
  onChoose: (way: Way) => void
  error?: string | undefined
}

/** How one can say who one is: each with what it takes. */
export function Ways({ on, match, onChoose, error }: Props) {
  return (
    <View className="ways">
      {WAYS.filter(({ key }) => key !== 'match' || match).map(({ key, name, note }) => (
        <View
          key={key}
          id={`way-${key}`}
          className={`way${key === on ? ' way-on' : ''}`}
          hoverClass="pressed"
          onClick={() => onChoose(key)}
        >
          <View className="way-sign">
            <Sign name={key === on ? 'done' : SIGNS[key]} />
          </View>
          <View className="grow">
            <View className="strong">{name}</View>
            <View className="quiet">{note}</View>
          </View>
        </View>
      ))}
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}

const SIGNS = { code: 'code', request: 'people', match: 'shield' } as const
