import { Text, View } from '@tarojs/components'
import type { Me } from '../../../contract/identity'
import { useMe } from '../../cloud/me'
import { Card, ListState, Screen, Sign } from '../../components'
import { go } from '../../go'
import { HOW_TO_REGISTER, mayAct } from '../../home/summary'
import { has } from '../../roles'
import { DESK_PAGES, ROLE_NAMES } from '../../words'
import { LargeSwitch } from './large-switch'
import './my.scss'

export default function My() {
  const me = useMe()
  return (
    <Screen>
      <ListState of={me}>{me.data && <Who me={me.data} />}</ListState>
      <Card row onPress={() => go('/expert/list/index')}>
        <Text className="grow">找专家</Text>
      </Card>
      <Text className="section">字的大小</Text>
      <LargeSwitch />
      <Card row onPress={() => go('/my/privacy/index')}>
        <Text className="grow">记下了我的什么</Text>
      </Card>
      <Text className="quiet my-version">{`科技助农 版本 ${process.env.TARO_APP_VERSION}`}</Text>
    </Screen>
  )
}

function Who({ me }: { me: Me }) {
  if (!me.person)
    return (
      <Card>
        <View className="heading">还没有登记</View>
        <View>{HOW_TO_REGISTER}</View>
        <View className="quiet">告诉信息员您叫什么、住哪村哪户就行。</View>
      </Card>
    )
  return (
    <>
      <Card>
        <View className="heading">{me.person.name}</View>
        <View className="quiet">{me.person.place}</View>
        {me.roles.map((grant) => (
          <View key={`${grant.role}:${grant.scope}`} className="my-role">
            <Sign name="seal" />
            <Text className="grow">{`${ROLE_NAMES[grant.role]} · ${grant.scopeName}`}</Text>
          </View>
        ))}
      </Card>
      {desksOf(me).map(({ name, page }) => (
        <Card key={page} row onPress={() => go(page)}>
          <Text className="grow">{name}</Text>
        </Card>
      ))}
      {has(me, 'expert') && (
        <Card row onPress={() => go('/desk/expert/settings/index')}>
          <Text className="grow">我的专家资料、请假</Text>
        </Card>
      )}
      {mayAct(me) && (
        <>
          <Card row onPress={() => go('/training/classes/index?tab=mine')}>
            <Text className="grow">我报的名</Text>
          </Card>
          <Card row onPress={() => go('/consultation/mine/index')}>
            <Text className="grow">我的咨询</Text>
          </Card>
        </>
      )}
    </>
  )
}

/** A desk that two roles share comes once. */
const desksOf = ({ roles }: Me) => {
  const desks = roles.flatMap(({ role }) =>
    role in DESK_PAGES ? DESK_PAGES[role as keyof typeof DESK_PAGES] : [],
  )
  return desks.filter(({ page }, index) => desks.findIndex((desk) => desk.page === page) === index)
}
