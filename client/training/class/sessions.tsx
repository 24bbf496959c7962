import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ClassDetail } from '../../../contract/training'
import { Card, GhostButton, Sign } from '../../components'
import { say } from '../../dialog'
import { sessionWords } from '../session-words'

type Session = ClassDetail['sessions'][number]

/** More than these are shown when asked for. */
const SHOWN = 4

/** Shows the way in WeChat's map. Where no map opens, the name of the place is what one asks for. */
async function navigate({ place, point }: Session): Promise<void> {
  if (!point) return
  try {
    await Taro.openLocation({ ...point, name: place, scale: 16 })
  } catch {
    await say(`地图没有打开。请在地图里找“${place}”，或者打电话问路。`)
  }
}

/** Each meeting: when, where, and the way there. */
export function Sessions({ of }: { of: Session[] }) {
  const [all, showAll] = useState(false)
  const shown = all ? of : of.slice(0, SHOWN)
  return (
    <Card>
      <View className="class-facts">
        <View className="strong">{of.length > 1 ? `一共上 ${of.length} 次课` : '怎么去'}</View>
        {shown.map((session, n) => (
          <View key={session.id} className="class-session">
            {of.length > 1 && (
              <Text className="strong">{`第 ${n + 1} 次 · ${sessionWords(session, Date.now())}`}</Text>
            )}
            <View className="quiet">
              <Sign name="place" />
              <Text>{session.place}</Text>
            </View>
            {session.point && (
              <GhostButton sign="place" onPress={() => navigate(session)}>
                地图导航
              </GhostButton>
            )}
          </View>
        ))}
        {of.length > SHOWN && !all && (
          <GhostButton onPress={() => showAll(true)}>{`看全部 ${of.length} 次`}</GhostButton>
        )}
      </View>
    </Card>
  )
}
