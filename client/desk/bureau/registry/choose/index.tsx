import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '../../../../cloud/use-load'
import { Check, ListState, Screen, Search } from '../../../../components'
import { goBack } from '../../../../go'
import { hand } from '../../../../handed'
import type { ChosenPerson } from '../pages'
import { PersonRow } from '../person-row'
import '../registry.scss'
import { HOW } from '../words'

/** Somebody for the page underneath: the other entry of a person, a cadre. */
export default function ChoosePerson() {
  const { for: asked = '', what = '', not = '', near } = useRouter().params
  const [words, setWords] = useState('')
  const [anywhere, setAnywhere] = useState(near === undefined)
  const found = usePages(
    'registry.search',
    { kind: 'person', ...(words ? { words } : {}), ...(near && !anywhere ? { region: near } : {}) },
    ({ people }) => people ?? [],
  )
  const rows = found.rows.filter(({ personId }) => personId !== not)
  const choose = async ({ personId, name }: ChosenPerson) => {
    hand(asked, { personId, name })
    await goBack()
  }
  return (
    <Screen wide>
      {what && <Text className="heading">{decodeURIComponent(what)}</Text>}
      <Search hint="姓名或电话" onSearch={setWords} />
      <Text className="quiet">{HOW}</Text>
      {near && (
        <Check on={anywhere} onChange={setAnywhere}>
          别的村也找
        </Check>
      )}
      <ListState
        of={found}
        empty={rows.length === 0 && !found.more}
        emptyText="没有找到。换个写法再找一次。"
        picture="informant"
        more={found.more}
      >
        {rows.map((person) => (
          <PersonRow key={person.personId} person={person} onPress={() => choose(person)} />
        ))}
      </ListState>
    </Screen>
  )
}
