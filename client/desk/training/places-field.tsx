import { Text, View } from '@tarojs/components'
import { Sign } from '../../components'
import { go } from '../../go'
import { useHanded } from '../../handed'
import type { Place } from '../../place/place'
import { keep } from '../../storage'
import { placesPage } from './pages'
import { placesWords } from './tree'

/** What is chosen so far, for the page on which places are chosen. */
export const chosenKey = (asked: string): string => `places:${asked}`

interface Props {
  label: string
  asked: string
  value: readonly Place[]
  onChange: (places: Place[]) => void
  hint?: string
  error?: string | undefined
}

/** Villages and townships, chosen on a page of their own. */
export function PlacesField({ label, asked, value, onChange, hint = '点这里选', error }: Props) {
  useHanded<Place[]>(asked, onChange)
  const open = () => {
    keep(chosenKey(asked), value)
    return go(placesPage(asked))
  }
  return (
    <View className={`field${error ? ' field-wrong' : ''}`}>
      <Text className="field-label">{label}</Text>
      <View
        id={`places-${asked}`}
        className="field-box pick-box"
        hoverClass="pressed"
        onClick={() => void open()}
      >
        <Text className={`grow${value.length > 0 ? '' : ' quiet'}`}>
          {value.length > 0 ? placesWords(value) : hint}
        </Text>
        <Sign name="next" />
      </View>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
