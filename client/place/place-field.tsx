import { Text, View } from '@tarojs/components'
import { Sign } from '../components'
import { go } from '../go'
import { useHanded } from '../handed'
import { type Level, type Place, placePage } from './place'

interface Props {
  label: string
  /** What the page calls the question: unique among those that may be open at once. */
  asked: string
  level: Level
  value: Place | undefined
  onChange: (place: Place) => void
  /** Shown until something was chosen. */
  hint?: string
  error?: string | undefined
}

/** A village or township, chosen on a page of its own and never typed. */
export function PlaceField({ label, asked, level, value, onChange, hint, error }: Props) {
  useHanded(asked, onChange)
  return (
    <View className={`field${error ? ' field-wrong' : ''}`}>
      <Text className="field-label">{label}</Text>
      <View
        id={`place-${asked}`}
        className="field-box pick-box"
        hoverClass="pressed"
        onClick={() => void go(placePage(asked, level))}
      >
        <Text className={`grow${value ? '' : ' quiet'}`}>{value?.name ?? hint ?? '点这里选'}</Text>
        <Sign name="next" />
      </View>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
