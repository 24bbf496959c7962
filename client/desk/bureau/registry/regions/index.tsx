import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useKnownMe } from '../../../../cloud/me'
import { useLoad } from '../../../../cloud/use-load'
import { Card, Field, GhostButton, ListState, Screen } from '../../../../components'
import { go } from '../../../../go'
import { named, type Place, type Township } from '../../../../place/place'
import { has } from '../../../../roles'
import '../registry.scss'

const editPage = (query: string) => `/desk/bureau/registry/edit-region/index?${query}`
const changePage = ({ code, name }: Place) => editPage(`code=${code}&name=${encodeURIComponent(name)}`)

/** The county's townships and villages, to add and to rename. */
export default function Regions() {
  const regions = useLoad('registry.regions', {})
  const [words, setWords] = useState('')
  const [open, setOpen] = useState('')
  const me = useKnownMe()
  const changing = has(me, 'bureau', 'admin')
  const counties = regions.data?.counties ?? []
  const found = named(counties, words.trim())
  const villages = counties.flatMap(({ townships }) => townships.flatMap((each) => each.villages))
  return (
    <Screen wide>
      <ListState
        of={regions}
        empty={found.length === 0}
        emptyText={words ? '没有叫这个名字的地方。' : '还没有登记乡镇和村。先登记县，再登记乡镇。'}
        picture="bureau"
      >
        <Text className="heading">{counties.map(({ name }) => name).join('、')}</Text>
        <Text className="quiet">{`${counties.flatMap((county) => county.townships).length} 个乡镇，${villages.length} 个村`}</Text>
        <Field id="region-words" value={words} max={20} hint="输入村名或乡镇名" onChange={setWords} />
        {found.map((township) => (
          <TownshipCard
            key={township.code}
            township={township}
            changing={changing}
            open={open === township.code || (words.trim() !== '' && found.length <= 3)}
            onOpen={() => setOpen(open === township.code ? '' : township.code)}
          />
        ))}
      </ListState>
      {changing && regions.data && (
        <GhostButton sign="add" onPress={() => go(editPage(`under=${counties[0]?.code ?? ''}`))}>
          添一个乡镇
        </GhostButton>
      )}
    </Screen>
  )
}

interface Props {
  township: Township
  changing: boolean
  open: boolean
  onOpen: () => void
}

function TownshipCard({ township, changing, open, onOpen }: Props) {
  const { code, name, villages } = township
  if (!open)
    return (
      <Card onPress={onOpen}>
        <View className="grow">
          <View className="strong">{name}</View>
          <View className="quiet">{`${villages.length} 个村`}</View>
        </View>
      </Card>
    )
  return (
    <View className="card region-open">
      <View className="region-name" hoverClass="pressed" onClick={onOpen}>
        <View className="strong">{name}</View>
        <View className="quiet">{`${villages.length} 个村，编码 ${code}`}</View>
      </View>
      <View className="choice">
        {villages.map((village) => (
          <View
            key={village.code}
            className="choice-one"
            hoverClass="pressed"
            onClick={() => changing && void go(changePage(village))}
          >
            <Text>{village.name}</Text>
          </View>
        ))}
      </View>
      {changing && (
        <View className="two">
          <GhostButton onPress={() => go(changePage({ code, name }))}>改乡镇名</GhostButton>
          <GhostButton onPress={() => go(editPage(`under=${code}`))}>添一个村</GhostButton>
        </View>
      )}
    </View>
  )
}
