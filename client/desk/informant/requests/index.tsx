import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { BindingRequest } from '../../../../contract/identity'
import { sayTime } from '../../../../contract/time'
import { usePages } from '../../../cloud/use-load'
import { Card, GhostButton, ListState, MainButton, Screen, Status, Tabs } from '../../../components'
import { go } from '../../../go'

const TABS = [
  { key: 'open', name: '等我确认' },
  { key: 'accepted', name: '登记了的' },
  { key: 'refused', name: '没通过的' },
] as const
type State = (typeof TABS)[number]['key']
const EMPTY: Record<State, string> = {
  open: '没有人等着登记。村里人在手机上申请了，会列在这里。',
  accepted: '还没有登记过的。您确认了的会列在这里。',
  refused: '没有不通过的。',
}

/** Who says that they are somebody of my villages. */
export default function Requests() {
  const [state, show] = useState<State>('open')
  const list = usePages('identity.bindingRequests', { state }, ({ requests }) => requests)
  return (
    <Screen>
      <Tabs tabs={TABS} on={state} onChange={show} />
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText={EMPTY[state]}
        picture="informant"
        more={list.more}
      >
        {list.rows.map((request) => (
          <RequestCard key={request.requestId} request={request} />
        ))}
      </ListState>
    </Screen>
  )
}

const decidePage = ({ requestId, at, name, villageName, proposed }: BindingRequest): string => {
  const address = {
    id: requestId,
    at,
    name,
    village: villageName,
    ...(proposed ? { seems: proposed.personId } : {}),
  }
  const query = Object.entries(address).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `/desk/informant/decide/index?${query.join('&')}`
}

function RequestCard({ request }: { request: BindingRequest }) {
  const { state, name, villageName, phone, at, proposed, decidedBy, reason } = request
  return (
    <Card>
      <View className="strong">{name}</View>
      <View className="quiet">{`说是${villageName}的 · ${sayTime(at, Date.now())}`}</View>
      {proposed && state === 'open' && <Status kind="done">{`身份证后六位对上了${proposed.name}`}</Status>}
      {decidedBy && <View className="quiet">{`${decidedBy}办的`}</View>}
      {reason && <Text>{`原因：${reason}`}</Text>}
      {state === 'open' && (
        <View className="two request-do">
          {phone && (
            <GhostButton sign="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: phone })}>
              打电话问
            </GhostButton>
          )}
          <MainButton onPress={() => go(decidePage(request))}>看看是谁</MainButton>
        </View>
      )}
    </Card>
  )
}
