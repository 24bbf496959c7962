import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Output } from '../../../contract'
import { sayTime } from '../../../contract/time'
import { NO_CODE_WORDS } from '../../../contract/training/no-code-words'
import { readScan } from '../../../contract/training/scan'
import { asRefused, useIntent } from '../../cloud/call'
import { askToBeTold } from '../../cloud/subscribe'
import { scanCode } from '../../cloud/transport'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, MainButton, Notice, Screen, Status } from '../../components'
import { say } from '../../dialog'
import { useActing } from '../../go'
import { keep, kept } from '../../storage'
import { Qr } from '../qr'
import '../training-day.scss'
import { STATE_WORDS, scannedWords } from '../words'

/** Checking in: scanning the teacher's code, or showing one's own. */
export default function MyCheckIn() {
  const classId = useRouter().params.id ?? ''
  const { actFor, actName } = useActing()
  const loaded = useLoad('training.myCode', { classId }, actFor)
  const checkIn = useIntent('training.checkIn')
  const [told, setTold] = useState<Output<'training.checkIn'>>()
  // Kept from the last time: who stands in the yard without a network still has their code to show.
  const name = `my-code:${classId}:${actFor ?? ''}`
  useEffect(() => {
    if (loaded.data) keep(name, loaded.data)
  }, [name, loaded.data])
  const before = loaded.state === 'offline' ? kept<Output<'training.myCode'>>(name) : undefined
  const data = loaded.data ?? before

  const scan = async () => {
    const text = await scanCode()
    if (text === undefined) return
    const scanned = readScan(text)
    if (scanned?.of !== 'class') return say('这不是签到码。请对着老师手机上的码扫。')
    if (scanned.classId !== classId) return say('这是另一个班的签到码。请看看是不是走错了地方，问一问老师。')
    try {
      setTold(await checkIn({ classId, session: scanned.session, code: scanned.code }, actFor))
    } catch (error) {
      // The teacher's code will be another by the time there is a network.
      if (asRefused(error).code !== 'OFFLINE') throw error
      return say('没有网络，老师的码等不了。请给老师看下面您自己的签到码，老师能扫。')
    }
    await loaded.reload()
  }
  return (
    <Screen
      acting={actName}
      bar={
        data &&
        !data.noCode && (
          <MainButton sign="code" onPress={scan}>
            {actName ? `替${actName}扫码签到` : '扫码签到'}
          </MainButton>
        )
      }
      barNote={data?.noCode ? undefined : '对着老师手机上的码扫'}
    >
      <ListState of={before ? { ...loaded, state: 'ready' } : loaded}>
        {data && (
          <>
            <Text className="heading">{data.title}</Text>
            {data.noCode && <Notice kind="plain">{NO_CODE_WORDS[data.noCode]}</Notice>}
            {told && (
              <Notice
                kind={STATE_WORDS[told.state].kind === 'plain' ? 'urgent' : STATE_WORDS[told.state].kind}
              >
                {scannedWords(told, data.sessions)}
              </Notice>
            )}
            {data.sessions.map(({ id, startsAt, place, state }, n) => (
              <Card key={id} row>
                <View className="grow">
                  <View className="strong">
                    {data.sessions.length > 1
                      ? `第 ${n + 1} 次 · ${sayTime(startsAt, Date.now())}`
                      : sayTime(startsAt, Date.now())}
                  </View>
                  <View className="quiet">{place}</View>
                </View>
                {state ? (
                  <Status kind={STATE_WORDS[state].kind}>{STATE_WORDS[state].words}</Status>
                ) : (
                  <Status kind="plain">{data.noCode ? '没签到' : '还没签到'}</Status>
                )}
              </Card>
            ))}
            {/* The teacher's list is still open to it when the class is closed. */}
            {(!data.noCode || data.noCode === 'finished') && (
              <Card>
                <View className="strong">{`${data.name}的签到码`}</View>
                <View className="quiet">扫不了老师的码，就给老师扫这个，或者念给老师听。</View>
                <Qr text={data.text} />
                <View className="day-letters">{data.code}</View>
              </Card>
            )}
            {data.certifies &&
              !data.noCode &&
              !actFor &&
              data.sessions.some(({ state }) => state === 'present') && (
                <GhostButton sign="news" onPress={() => askToBeTold(['certificate'])}>
                  证书发了，用微信告诉我
                </GhostButton>
              )}
          </>
        )}
      </ListState>
    </Screen>
  )
}
