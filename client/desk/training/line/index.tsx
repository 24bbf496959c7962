import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { sayTime } from '../../../../contract/time'
import { usePages } from '../../../cloud/use-load'
import { Card, GhostButton, ListState, Screen, Status } from '../../../components'
import { go } from '../../../go'
import '../desk.scss'
import { rosterPage } from '../pages'
import { becauseWords, type Offer, OUTCOMES } from '../words'

/** Every seat that was offered to somebody in line: why to them, who was passed over and why, what became of it. */
export default function Line() {
  const classId = useRouter().params.id ?? ''
  const list = usePages('training.offers', { classId }, ({ offers }) => offers)
  return (
    <Screen
      wide
      bar={<GhostButton onPress={() => go(rosterPage(classId, 'waiting'))}>看谁在排队</GhostButton>}
    >
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText="还没有空出来的名额给过排队的人。有人取消，会按先后给下一位，给了谁、为什么，都在这里。"
        picture="training"
        more={list.more}
      >
        {list.rows.map((offer) => (
          <OfferCard key={offer.id} offer={offer} now={Date.now()} />
        ))}
      </ListState>
    </Screen>
  )
}

function OfferCard({ offer, now }: { offer: Offer; now: number }) {
  const { name, villageName, at, until, outcome, closedAt, passed } = offer
  const { kind, words } = OUTCOMES[outcome ?? 'open']
  const when = outcome
    ? closedAt
      ? ` ${sayTime(closedAt, now)}`
      : ''
    : until
      ? `，留到 ${sayTime(until, now)}`
      : '，等培训班定了日期再算时间'
  return (
    <Card>
      <View className="stack-tight">
        <Text className="strong">{`${name}（${villageName}）`}</Text>
        <Text className="quiet">{`${sayTime(at, now)} 给的。${becauseWords(offer)}`}</Text>
        <Status kind={kind}>{`${words}${when}`}</Status>
        {passed.length > 0 && <Text className="quiet">排在前面、这次没给的：</Text>}
        {passed.map(({ personId, name: other, why }) => (
          <Text key={personId} className="quiet">{`${other}：${why}`}</Text>
        ))}
      </View>
    </Card>
  )
}
