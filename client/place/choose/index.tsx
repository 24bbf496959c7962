import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useLoad } from '../../cloud/use-load'
import { Field, ListState, Screen, Sign } from '../../components'
import { goBack } from '../../go'
import { hand } from '../../handed'
import { useTitle } from '../../title'
import './choose.scss'
import { type Level, named, type Place, type Township } from '../place'

const TITLES: Record<Level, string> = { village: '选村', township: '选乡镇', any: '选村或乡镇' }

/** Villages shown at once after a search. */
const IN_SIGHT = 12

/** Townships with their villages; a tap on a place hands it to the page that asked. */
export default function ChoosePlace() {
  const { for: asked = '', level = 'any' } = useRouter().params as { for?: string; level?: Level }
  const regions = useLoad('registry.regions', {})
  const [words, setWords] = useState('')
  const [open, setOpen] = useState('')
  useTitle(TITLES[level])
  const found = named(regions.data?.counties ?? [], words.trim())
  // What was looked for by name is in sight without another tap, where there are not too many.
  const inSight =
    words.trim() !== '' && found.reduce((sum, { villages }) => sum + villages.length, 0) <= IN_SIGHT
  const choose = async (place: Place) => {
    hand(asked, place)
    await goBack()
  }
  return (
    <Screen>
      <Field
        id="place-words"
        value={words}
        max={20}
        hint={level === 'township' ? '输入乡镇名' : '输入村名或乡镇名'}
        onChange={setWords}
      />
      <ListState
        of={regions}
        empty={found.length === 0}
        emptyText={
          words ? '没有叫这个名字的地方。请换一两个字再找。' : '还没有登记乡镇和村。请联系县科技局。'
        }
        picture="nothing"
      >
        {found.map((township) => (
          <TownshipCard
            key={township.code}
            township={township}
            level={level}
            open={open === township.code || inSight}
            onOpen={() => setOpen(open === township.code ? '' : township.code)}
            onChoose={choose}
          />
        ))}
      </ListState>
    </Screen>
  )
}

interface Props {
  township: Township
  level: Level
  open: boolean
  onOpen: () => void
  onChoose: (place: Place) => unknown
}

function TownshipCard({ township, level, open, onOpen, onChoose }: Props) {
  const { code, name, villages } = township
  const onPress = level === 'township' ? () => onChoose({ code, name }) : onOpen
  return (
    <View className="card">
      <View className="card-row place-head" hoverClass="pressed" onClick={() => void onPress()}>
        <View className="grow">
          <Text className="strong">{name}</Text>
          {level !== 'township' && <Text className="quiet">{`  ${villages.length} 个村`}</Text>}
        </View>
        {/* As a caret: down while its villages are shown. */}
        <View className={open && level !== 'township' ? 'place-open' : ''}>
          <Sign name="next" />
        </View>
      </View>
      {open && level !== 'township' && (
        <View className="choice place-villages">
          {level === 'any' && (
            <View className="choice-one" hoverClass="pressed" onClick={() => void onChoose({ code, name })}>
              <Text>{`整个${name}`}</Text>
            </View>
          )}
          {villages.map((village) => (
            <View
              key={village.code}
              className="choice-one"
              hoverClass="pressed"
              onClick={() => void onChoose(village)}
            >
              <Text>{village.name}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
