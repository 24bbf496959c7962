import { Text, View } from '@tarojs/components'
import type { VillagePerson } from '../../../../contract/registry'
import { usePages } from '../../../cloud/use-load'
import { Card, ListState, Screen, Status } from '../../../components'
import { go } from '../../../go'

export default function People() {
  const people = usePages('registry.people', {}, (output) => output.people)
  return (
    <Screen>
      <Text className="heading">替谁办事？</Text>
      <ListState
        of={people}
        empty={people.rows.length === 0}
        emptyText="您负责的村里还没有登记的人。请联系县科技局登记。"
        picture="informant"
        more={people.more}
      >
        {people.rows.map((person) => (
          <PersonRow key={person.personId} person={person} />
        ))}
      </ListState>
    </Screen>
  )
}

function PersonRow({
  person: { personId, name, age, villageName, isHead, hasWeChat },
}: {
  person: VillagePerson
}) {
  const open = () => go(`/desk/informant/person/index?actFor=${personId}&actName=${encodeURIComponent(name)}`)
  return (
    <Card onPress={open}>
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="quiet">{`${age} 岁 · ${villageName}${isHead ? ' · 户主' : ''}`}</View>
        {!hasWeChat && <Status kind="waiting">没有微信，请您转告</Status>}
      </View>
    </Card>
  )
}
