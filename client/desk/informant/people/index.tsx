import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../../contract'
import type { VillagePerson } from '../../../../contract/registry'
import { type Pages, usePages } from '../../../cloud/use-load'
import { GhostButton, ListState, Screen, Search, Tabs } from '../../../components'
import { go } from '../../../go'
import { Found } from './found'
import { PersonRow } from './person-row'

const TABS = [
  { key: 'all', name: '所有人' },
  { key: 'without', name: '谁还没有微信' },
] as const
type Tab = (typeof TABS)[number]['key']

/** The people an informant acts for: all of them, or found by name, initials or phone. */
export default function People() {
  const [words, setWords] = useState('')
  const changing = useRouter().params.change !== undefined
  const people = usePages('registry.people', {}, (output) => output.people)
  const toTell = people.data?.toTell ?? 0
  return (
    <Screen>
      <Text className="heading">替谁办事？</Text>
      <Search hint="姓名或电话" onSearch={setWords} />
      <Text className="quiet">也可以输拼音首字母，比如 wxy，或者手机后四位</Text>
      {!changing && (
        <View className="two">
          <GhostButton sign="phone" onPress={() => go('/desk/informant/tell/index')}>
            {toTell > 0 ? `请转告 ${toTell} 件` : '请转告'}
          </GhostButton>
          <GhostButton sign="person" onPress={() => go('/desk/informant/requests/index')}>
            登记申请
          </GhostButton>
          <GhostButton sign="code" onPress={() => go('/desk/informant/invitations/index')}>
            发邀请码
          </GhostButton>
        </View>
      )}
      {words ? <Found words={words} /> : <Everybody people={people} />}
    </Screen>
  )
}

function Everybody({ people }: { people: Pages<VillagePerson, Output<'registry.people'>> }) {
  const [tab, setTab] = useState<Tab>('all')
  const without = people.rows.filter(({ hasWeChat }) => !hasWeChat)
  const rows = tab === 'all' ? people.rows : without
  return (
    <>
      <Tabs tabs={TABS} on={tab} onChange={setTab} />
      <ListState
        of={people}
        empty={rows.length === 0 && !people.more}
        emptyText={
          tab === 'all'
            ? '您负责的村里还没有登记的人。请联系县科技局登记。'
            : '都有微信了，消息能直接到他们手机上。'
        }
        picture="informant"
        more={people.more}
      >
        {tab === 'without' && (
          <Text className="quiet">
            {`${people.more ? '已经看了的' : '一共'} ${people.rows.length} 人里，${without.length} 人还没有微信。有事请您转告。`}
          </Text>
        )}
        {rows.map((person) => (
          <PersonRow key={person.personId} person={person} />
        ))}
      </ListState>
    </>
  )
}
