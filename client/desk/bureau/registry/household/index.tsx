import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { HouseholdCard } from '../../../../../contract/registry'
import { useLoad } from '../../../../cloud/use-load'
import { Card, GhostButton, ListState, MainButton, Notice, Screen, Status } from '../../../../components'
import { go } from '../../../../go'
import { useTitle } from '../../../../title'
import { Line } from '../line'
import { archivePage, personPage } from '../pages'
import { MemberRow } from '../person-row'
import '../registry.scss'

/** A household with everybody in it, and what the bureau may do with it. */
export default function HouseholdPage() {
  const householdId = useRouter().params.id ?? ''
  const found = useLoad('registry.household', { householdId })
  const { data } = found
  useTitle(data && `${data.headName} 户`)
  const changing = data?.mayChange && !data.archived
  const add = () =>
    go(
      `/desk/bureau/registry/edit-person/index?household=${householdId}&of=${encodeURIComponent(data?.headName ?? '')}`,
    )
  return (
    <Screen
      wide
      bar={
        changing && (
          <MainButton sign="add" onPress={add}>
            添一口人
          </MainButton>
        )
      }
    >
      <ListState of={found}>
        {data && (
          <>
            {data.archived && <Notice kind="plain">{`已归档：${data.archived.reason}`}</Notice>}
            <About card={data} />
            <Text className="section">
              {data.members.length > 0 ? `家里 ${data.members.length} 口人` : '家里已经没有人了'}
            </Text>
            {data.members.map((member) => (
              <MemberRow
                key={member.personId}
                member={member}
                onPress={() => go(personPage(member.personId))}
              />
            ))}
            {data.former.length > 0 && <Text className="section">以前在这一户的</Text>}
            {data.former.map(({ personId, name, reason }) => (
              <Card key={personId} onPress={() => go(personPage(personId))}>
                <View className="grow">
                  <View>{name}</View>
                  <View className="quiet">{reason}</View>
                </View>
              </Card>
            ))}
            {changing && <Changes card={data} />}
          </>
        )}
      </ListState>
    </Screen>
  )
}

function About({ card: { headName, villageName, address, assisted, cadre } }: { card: HouseholdCard }) {
  return (
    <Card>
      <View className="heading">{`${headName} 户`}</View>
      <View className="person-status">{assisted && <Status kind="plain">帮扶户</Status>}</View>
      <Line name="村">{villageName}</Line>
      <Line name="住址">{address || '没有写'}</Line>
      {cadre && <Line name="帮扶干部">{cadre.name}</Line>}
    </Card>
  )
}

/** What happens to a household in its life; each on a page of its own. */
function Changes({ card: { householdId, headName, version, members } }: { card: HouseholdCard }) {
  const to = (page: string) => () => go(`/desk/bureau/registry/${page}/index?id=${householdId}`)
  if (members.length === 0)
    return (
      <GhostButton
        tone="danger"
        onPress={() => go(archivePage('household', householdId, `${headName} 户`, version))}
      >
        归档这一户
      </GhostButton>
    )
  return (
    <>
      <Text className="section">要办什么</Text>
      <View className="two">
        <GhostButton onPress={to('edit-household')}>改住址、帮扶</GhostButton>
        <GhostButton onPress={to('move')}>搬到别的村</GhostButton>
        {members.length > 1 && <GhostButton onPress={to('head')}>换户主</GhostButton>}
        {members.length > 1 && <GhostButton onPress={to('divide')}>分户</GhostButton>}
      </View>
    </>
  )
}
