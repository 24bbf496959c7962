import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useKnownMe } from '../../../../cloud/me'
import { usePages } from '../../../../cloud/use-load'
import { Check, GhostButton, ListState, MainButton, Screen, Search, Tabs } from '../../../../components'
import { go } from '../../../../go'
import type { Place } from '../../../../place/place'
import { PlaceField } from '../../../../place/place-field'
import { has } from '../../../../roles'
import { ExportButton } from '../../../export-button'
import { householdPage, personPage } from '../pages'
import { HouseholdRow, PersonRow } from '../person-row'
import '../registry.scss'
import { HOW } from '../words'

interface Asked {
  words: string
  place: Place | undefined
  archived: boolean
}
const TABS = [
  { key: 'person', name: '人' },
  { key: 'household', name: '户' },
] as const
type Kind = (typeof TABS)[number]['key']

/** The registry: people or households by name, initials, phone or place. Who may change it adds here. */
export default function RegistrySearch() {
  const [kind, setKind] = useState<Kind>('person')
  const [asked, set] = useState<Asked>({ words: '', place: undefined, archived: false })
  const edit = (part: Partial<Asked>) => set((old) => ({ ...old, ...part }))
  const me = useKnownMe()
  const { place, archived } = asked
  const at = place ? `?code=${place.code}&place=${encodeURIComponent(place.name)}` : ''
  const List = kind === 'person' ? People : Households
  return (
    <Screen
      wide
      bar={
        has(me, 'bureau') && (
          <MainButton
            onPress={() =>
              go(
                kind === 'person'
                  ? `/desk/bureau/registry/edit-person/index${at}`
                  : `/desk/bureau/registry/edit-household/index${at}`,
              )
            }
          >
            {kind === 'person' ? '登记一个人' : '登记一户'}
          </MainButton>
        )
      }
    >
      <Tabs tabs={TABS} on={kind} onChange={setKind} />
      <Search hint={kind === 'person' ? '姓名或电话' : '户主姓名'} onSearch={(words) => edit({ words })} />
      <Text className="quiet">{HOW}</Text>
      <View className="filters">
        <View className="grow">
          <PlaceField
            label="在哪里"
            asked="registry-search"
            level="any"
            value={place}
            hint="不限，点这里选村"
            onChange={(chosen) => edit({ place: chosen })}
          />
        </View>
        {place && <GhostButton onPress={() => edit({ place: undefined })}>不限</GhostButton>}
      </View>
      <Check on={archived} onChange={(on) => edit({ archived: on })}>
        只看归档了的
      </Check>
      <ExportButton
        key={kind}
        operation={kind === 'person' ? 'export.people' : 'export.households'}
        input={inputOf(asked)}
      >
        {kind === 'person' ? '把这些人导出 Excel' : '把这些户导出 Excel'}
      </ExportButton>
      <List {...asked} />
    </Screen>
  )
}

const inputOf = ({ words, place, archived }: Asked) => ({
  ...(words ? { words } : {}),
  ...(place ? { region: place.code } : {}),
  archived,
})
const emptyWords = ({ words, place, archived }: Asked): string =>
  words || place || archived
    ? '没有找到。可以写姓名、拼音的头几个字母（张三写 zs）或电话后四位；村在“在哪里”里选。'
    : '还没有登记的人。登记了，会列在这里。'

function People(asked: Asked) {
  const found = usePages(
    'registry.search',
    { kind: 'person', ...inputOf(asked) },
    ({ people }) => people ?? [],
  )
  return (
    <ListState
      of={found}
      empty={found.rows.length === 0 && !found.more}
      emptyText={emptyWords(asked)}
      picture="informant"
      more={found.more}
    >
      {found.rows.map((person) => (
        <PersonRow key={person.personId} person={person} onPress={() => go(personPage(person.personId))} />
      ))}
    </ListState>
  )
}

function Households(asked: Asked) {
  const found = usePages(
    'registry.search',
    { kind: 'household', ...inputOf(asked) },
    ({ households }) => households ?? [],
  )
  return (
    <ListState
      of={found}
      empty={found.rows.length === 0 && !found.more}
      emptyText={emptyWords(asked)}
      picture="informant"
      more={found.more}
    >
      {found.rows.map((household) => (
        <HouseholdRow
          key={household.householdId}
          household={household}
          onPress={() => go(householdPage(household.householdId))}
        />
      ))}
    </ListState>
  )
}
