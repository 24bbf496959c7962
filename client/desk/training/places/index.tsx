import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useLoad } from '../../../cloud/use-load'
import { Check, Field, ListState, MainButton, Screen, Sign } from '../../../components'
import { goBack } from '../../../go'
import { hand } from '../../../handed'
import { named, type Place, type Township } from '../../../place/place'
import { kept } from '../../../storage'
import '../desk.scss'
import { chosenKey } from '../places-field'
import { isChosen, placesWords, toggled } from '../tree'

/** Several villages and townships, or the whole county; handed to the page that asked (`?for=`). */
export default function ChoosePlaces() {
  const asked = useRouter().params.for ?? ''
  const regions = useLoad('registry.regions', {})
  const [chosen, setChosen] = useState<Place[]>(() => kept<Place[]>(chosenKey(asked)) ?? [])
  const [words, setWords] = useState('')
  const [open, setOpen] = useState('')
  const counties = regions.data?.counties ?? []
  const found = named(counties, words.trim())
  const tap = (place: Place) => setChosen((now) => toggled(now, place))
  const take = async () => {
    hand(asked, chosen)
    await goBack()
  }
  return (
    <Screen
      wide
      bar={<MainButton onPress={take}>{chosen.length > 0 ? '选好了' : '不选地方'}</MainButton>}
      barNote={chosen.length > 0 ? placesWords(chosen) : undefined}
    >
      <Field id="place-words" value={words} max={20} hint="村名或乡镇名" onChange={setWords} />
      {words.trim() === '' &&
        counties.map(({ code, name }) => (
          <Check key={code} on={isChosen(chosen, code)} onChange={() => tap({ code, name })}>
            {`整个${name}`}
          </Check>
        ))}
      <ListState
        of={regions}
        empty={found.length === 0}
        emptyText={words ? '没有叫这个名字的地方。请换一两个字再找。' : '还没有登记乡镇和村。'}
      >
        {found.map((township) => (
          <TownshipCard
            key={township.code}
            township={township}
            chosen={chosen}
            open={open === township.code || (words.trim() !== '' && found.length <= 3)}
            onOpen={() => setOpen(open === township.code ? '' : township.code)}
            onTap={tap}
          />
        ))}
      </ListState>
    </Screen>
  )
}

interface Props {
  township: Township
  chosen: readonly Place[]
  open: boolean
  onOpen: () => void
  onTap: (place: Place) => void
}

function TownshipCard({ township: { code, name, villages }, chosen, open, onOpen, onTap }: Props) {
  const whole = isChosen(chosen, code)
  const some = villages.filter((village) => isChosen(chosen, village.code)).length
  return (
    <View className={`card${some > 0 ? ' place-on' : ''}`}>
      <View className="card-row place-head" hoverClass="pressed" onClick={onOpen}>
        <View className="grow">
          <Text className="strong">{name}</Text>
          <Text className="quiet">
            {whole ? '  全部' : some > 0 ? `  选了 ${some} 个村` : `  ${villages.length} 个村`}
          </Text>
        </View>
        <View className={open ? 'place-open' : ''}>
          <Sign name="next" />
        </View>
      </View>
      {open && (
        <View className="choice">
          <One name={`整个${name}`} on={whole} onPress={() => onTap({ code, name })} />
          {villages.map((village) => (
            <One
              key={village.code}
              name={village.name}
              on={isChosen(chosen, village.code)}
              onPress={() => onTap(village)}
            />
          ))}
        </View>
      )}
    </View>
  )
}

function One({ name, on, onPress }: { name: string; on: boolean; onPress: () => void }) {
  return (
    <View className={`choice-one${on ? ' choice-on' : ''}`} hoverClass="pressed" onClick={onPress}>
      <Sign name={on ? 'chosen' : 'unchosen'} />
      <Text>{name}</Text>
    </View>
  )
}
