import { Text, View } from '@tarojs/components'
import { GhostButton, Sign } from '../../../../components'
import { go } from '../../../../go'
import { useHanded } from '../../../../handed'
import { type Place, placePage } from '../../../../place/place'

interface Props {
  chosen: readonly Place[]
  onChange: (townships: Place[]) => void
  error?: string | undefined
}

/** The townships an expert goes to; none: the whole county. */
export function Townships({ chosen, onChange, error }: Props) {
  useHanded<Place>('expert-township', (place) =>
    onChange([...chosen.filter(({ code }) => code !== place.code), place]),
  )
  return (
    <View className={`field${error ? ' field-wrong' : ''}`}>
      <Text className="field-label">服务哪些乡镇</Text>
      {chosen.length === 0 ? (
        <Text className="quiet">没有选，就是全县。</Text>
      ) : (
        <View className="choice">
          {chosen.map(({ code, name }) => (
            <View
              key={code}
              className="choice-one choice-on"
              hoverClass="pressed"
              onClick={() => onChange(chosen.filter((each) => each.code !== code))}
            >
              <Text>{name}</Text>
              <Sign name="remove" />
            </View>
          ))}
        </View>
      )}
      <GhostButton sign="add" onPress={() => go(placePage('expert-township', 'township'))}>
        加一个乡镇
      </GhostButton>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
