import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { Output } from '../../../contract'
import { ACTING, type Acted, jobsPage } from '../../acting/change'
import { cachedMe } from '../../cloud/me'
import { usePages } from '../../cloud/use-load'
import { Card, GhostButton, ListState, Picture, Screen, Sign } from '../../components'
import { go, goBack } from '../../go'
import { hand } from '../../handed'
import { has } from '../../roles'
import '../identity.scss'

type Somebody = Output<'identity.actingFor'>['people'][number]

/** For whom? Oneself, the family who agreed, an informant's villagers. `?change=1`: the page underneath asked. */
export default function ActingFor() {
  const changing = useRouter().params.change !== undefined
  const family = usePages('identity.actingFor', {}, ({ people }) => people)
  const me = cachedMe()
  const choose = async (who: Acted) => {
    if (!changing) return go(jobsPage(who))
    hand(ACTING, who)
    return goBack()
  }
  const villagers = `/desk/informant/people/index${changing ? '?change=1' : ''}`
  return (
    <Screen>
      <Text className="heading">替谁办？</Text>
      {changing && (
        <Card onPress={() => choose({})}>
          <Sign name="person" />
          <View className="grow">
            <View className="strong">我自己</View>
            {me?.person && <View className="quiet">{me.person.name}</View>}
          </View>
        </Card>
      )}
      {has(me, 'informant') && (
        <Card onPress={() => (changing ? Taro.navigateTo({ url: villagers }) : go(villagers))}>
          <Picture name="informant" size="small" />
          <View className="grow">
            <View className="strong">村里的人</View>
            <View className="quiet">您是信息员，村里谁都可以替他办</View>
          </View>
        </Card>
      )}
      <Text className="section">同意您替他办的家人</Text>
      <ListState
        of={family}
        empty={family.rows.length === 0}
        picture="informant"
        emptyText="还没有。请家人在他的手机上，点“我的”里的“让家人替我办”，选您，或者填您的码。"
        emptyAction={<GhostButton onPress={() => go('/identity/family/index')}>出示我的码</GhostButton>}
        more={family.more}
      >
        {family.rows.map((person) => (
          <FamilyRow key={person.personId} person={person} onPress={() => choose(person)} />
        ))}
        <GhostButton onPress={() => go('/identity/family/index')}>出示我的码，再添一个人</GhostButton>
      </ListState>
    </Screen>
  )
}

function FamilyRow({
  person: { name, relation, villageName, age },
  onPress,
}: {
  person: Somebody
  onPress: () => unknown
}) {
  return (
    <Card onPress={onPress}>
      <Sign name="person" />
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="quiet">{`${relation} · ${age} 岁 · ${villageName}`}</View>
      </View>
    </Card>
  )
}
