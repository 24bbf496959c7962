import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, Notice, Screen } from '../../components'
import { go } from '../../go'
import { codeAt } from '../code-now'
import { Qr } from '../qr'
import { SessionChoice } from '../session-choice'
import { meetingsOf } from '../sessions'
import '../training-day.scss'

/** How often the figures, and with them the codes that follow, are asked for. */
const FIGURES_MS = 20_000

/** The screen the teacher holds up: a code that changes, and how many have come. Goes on for a while without a network. */
export default function TeachersCode() {
  const { id: classId = '', session: first = '', today } = useRouter().params
  const [session, choose] = useState(first)
  const loaded = useLoad('training.checkInCode', { classId, session })
  const [now, setNow] = useState(Date.now())
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  const { reload, data } = loaded
  useEffect(() => {
    const tick = setInterval(() => shown.current && setNow(Date.now()), 1000)
    const figures = setInterval(() => shown.current && void reload(), FIGURES_MS)
    return () => {
      clearInterval(tick)
      clearInterval(figures)
    }
  }, [reload])
  const ahead = useRef<{ of?: object; ms: number }>({ ms: 0 })
  if (data && ahead.current.of !== data) ahead.current = { of: data, ms: Date.parse(data.now) - Date.now() }
  const code = data && codeAt(data.codes, now + ahead.current.ms, data.stepSeconds)

  return (
    <Screen
      wide
      bar={
        <GhostButton
          sign="people"
          onPress={() => go(`/training-day/list/index?id=${classId}&session=${session}`)}
        >
          点名、扫个人码
        </GhostButton>
      }
      barNote="没有微信的、手机没带的，用点名"
    >
      <SessionChoice meetings={meetingsOf(today)} chosen={session} onChoose={choose} />
      <ListState of={loaded}>
        {data && (
          <>
            <Text className="heading">{data.title}</Text>
            {code ? (
              <Card>
                <View className="strong">请用小程序里的“扫码签到”扫</View>
                <Qr text={code.text} />
                <View className="day-left">
                  <View
                    className="day-left-part"
                    style={{ width: `${Math.round((code.left / data.stepSeconds) * 100)}%` }}
                  />
                </View>
                <Text className="quiet">{`${code.left} 秒后换新码，拍照转发的没有用`}</Text>
              </Card>
            ) : (
              <Notice kind="urgent">太久没有网络，签到码用完了。请用点名，有网络会自动发出去。</Notice>
            )}
            <Card>
              <View className="day-figures">
                <View>
                  <View className="day-figure">{data.present}</View>
                  <Text className="quiet">已签到</Text>
                </View>
                <View>
                  <View className="day-figure">{data.seated}</View>
                  <Text className="quiet">报了名</Text>
                </View>
                <View>
                  <View className="day-figure">{data.toConfirm}</View>
                  <Text className="quiet">待您确认</Text>
                </View>
              </View>
            </Card>
          </>
        )}
      </ListState>
    </Screen>
  )
}
