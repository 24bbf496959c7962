import { Text, View } from '@tarojs/components'
import { useIntent } from '../../cloud/call'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, Screen, Status } from '../../components'
import { confirm, done } from '../../dialog'
import '../identity.scss'
import { Agree } from './agree'
import { MyCode } from './my-code'

/** Who may act for me, and my own code for those I act for. */
export default function Family() {
  const about = useLoad('identity.about', {})
  const withdraw = useIntent('identity.withdrawAgreement')
  const me = about.data?.me
  const agents = me?.agents ?? []
  const others = (me?.household?.members ?? []).filter(
    ({ personId }) => personId !== me?.personId && !agents.some((agent) => agent.personId === personId),
  )
  const end = async (personId: string, name: string) => {
    if (!(await confirm(`不让${name}替您办了？`, '从现在起他就不能替您办事了。以前办的都还在。', '收回')))
      return
    await withdraw({ personId })
    await done('收回了')
    await about.reload()
  }
  return (
    <Screen>
      <ListState of={about}>
        {agents.map(({ personId, name, relation }) => (
          <Card key={personId}>
            <View className="row">
              <View className="grow">
                <View className="strong">{name}</View>
                <View className="quiet">{relation}</View>
              </View>
              <Status kind="done">能替我办</Status>
            </View>
            <GhostButton tone="danger" onPress={() => end(personId, name)}>
              {`不让${name}替我办了`}
            </GhostButton>
          </Card>
        ))}
        {me && (
          <>
            <Text className="section">{agents.length > 0 ? '再添一个人' : '让家人替我办'}</Text>
            <Agree key={agents.length} members={others} onAgreed={about.reload} />
            <MyCode />
          </>
        )}
      </ListState>
    </Screen>
  )
}
