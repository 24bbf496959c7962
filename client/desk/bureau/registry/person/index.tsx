import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { PersonCard } from '../../../../../contract/registry'
import { useIntent } from '../../../../cloud/call'
import { useLoad } from '../../../../cloud/use-load'
import { GhostButton, ListState, MainButton, Notice, Screen } from '../../../../components'
import { confirm, done } from '../../../../dialog'
import { go } from '../../../../go'
import { useTitle } from '../../../../title'
import { archivePage, personPage } from '../pages'
import '../registry.scss'
import { About, Home, Roles } from './parts'
import { Records } from './records'

/** All that is known of somebody, and what one may do about it. */
export default function PersonPage() {
  const personId = useRouter().params.id ?? ''
  const found = useLoad('registry.person', { personId })
  const { data } = found
  useTitle(data?.name)
  return (
    <Screen bar={data && mainOf(data)}>
      <ListState of={found}>
        {data && (
          <>
            <Away card={data} />
            <About card={data} />
            <Roles card={data} />
            <Home card={data} />
            <Records card={data} />
            {data.mayChange && <More card={data} reload={found.reload} />}
          </>
        )}
      </ListState>
    </Screen>
  )
}

/** Changing for the bureau; who only looks somebody up wants to reach them. */
function mainOf({ personId, mayChange, archived, phone }: PersonCard) {
  if (mayChange)
    return archived ? undefined : (
      <MainButton sign="edit" onPress={() => go(`/desk/bureau/registry/edit-person/index?id=${personId}`)}>
        改资料
      </MainButton>
    )
  if (!phone || phone.includes('*')) return undefined
  return (
    <MainButton sign="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: phone })}>
      打电话
    </MainButton>
  )
}

function Away({ card: { archived } }: { card: PersonCard }) {
  if (!archived) return null
  const { mergedInto, reason } = archived
  return (
    <>
      <Notice kind="plain">{mergedInto ? '和另一个人是同一个，已经合并了。' : `已归档：${reason}`}</Notice>
      {mergedInto && <GhostButton onPress={() => go(personPage(mergedInto))}>看合并后的那个人</GhostButton>}
    </>
  )
}

function More({ card, reload }: { card: PersonCard; reload: () => Promise<void> }) {
  const restore = useIntent('registry.restorePerson')
  const { personId, name, version, archived, isHead, roles, household } = card
  // A head with others in the house cannot simply go: first the household gets another.
  const mayGo = !isHead || household?.members.length === 1
  if (archived?.mergedInto) return null
  if (archived) {
    const back = async () => {
      if (!(await confirm('恢复这个人？', `${name}会回到名单里，原来的户和村不变。`, '恢复'))) return
      await restore({ personId })
      await reload()
      await done('已恢复')
    }
    return (
      <GhostButton sign="again" onPress={back}>
        恢复
      </GhostButton>
    )
  }
  const query = `id=${personId}&name=${encodeURIComponent(name)}`
  return (
    <View className="two">
      <GhostButton onPress={() => go(`/desk/bureau/registry/merge/index?id=${personId}`)}>
        登重了，合并
      </GhostButton>
      {!roles.some(({ role }) => role === 'expert') && (
        <GhostButton onPress={() => go(`/desk/bureau/registry/expert/index?person=${query.slice(3)}`)}>
          设为专家
        </GhostButton>
      )}
      {mayGo && (
        <GhostButton tone="danger" onPress={() => go(archivePage('person', personId, name, version))}>
          归档
        </GhostButton>
      )}
    </View>
  )
}
