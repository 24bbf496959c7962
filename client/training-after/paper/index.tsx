import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '../../../contract'
import { sayTime } from '../../../contract/time'
import { useIntent } from '../../cloud/call'
import { useKnownMe } from '../../cloud/me'
import { takeAway } from '../../cloud/transport'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, Screen, Sign } from '../../components'
import { say } from '../../dialog'
import { go } from '../../go'
import { has } from '../../roles'
import '../after.scss'

type Training = Output<'training.get'>
type Format = 'word' | 'excel'

/** Nobody is asked to come to these any more, or not yet. */
const NO_NOTICE: readonly Training['phase'][] = ['cancelled', 'finished', 'postponed']

/** What of a class goes onto paper: sheets to sign, the roster, the notice; and what came after it. `?id=` */
export default function Paper() {
  const classId = useRouter().params.id ?? ''
  const found = useLoad('training.get', { classId })
  const me = useKnownMe()
  const training = found.data
  const to = (page: string) => () => go(`/training-after/${page}/index?id=${classId}`)
  return (
    <Screen wide>
      <ListState of={found}>
        {training && (
          <>
            <View className="heading">{training.title}</View>
            <SignIn training={training} />
            <Roster classId={classId} />
            {!NO_NOTICE.includes(training.phase) && (
              <Card row onPress={to('poster')}>
                <Sign name="news" />
                <View className="grow">
                  <View className="strong">通知海报</View>
                  <View className="quiet">带这个班的码，可以打印贴在村里，也可以发到群里</View>
                </View>
              </Card>
            )}
            <Card row onPress={to('ratings')}>
              <Sign name="people" />
              <Text className="grow">大家的评价</Text>
            </Card>
            {has(me, 'bureau') && (
              <Card row onPress={to('issued')}>
                <Sign name="seal" />
                <Text className="grow">发出的证书</Text>
              </Card>
            )}
          </>
        )}
      </ListState>
    </Screen>
  )
}

async function handOver({ url, name, rows }: Output<'training.signInSheet'>): Promise<void> {
  if (rows === 0) return say('现在还没有人报名，纸上没有名字。')
  await takeAway(url, name)
}

function SignIn({ training }: { training: Training }) {
  const make = useIntent('training.signInSheet')
  const press = (session: string, format: Format) => async () =>
    handOver(await make({ classId: training.id, session, format }))
  const several = training.sessions.length > 1
  return (
    <>
      {training.sessions.map(({ id, startsAt, place }, n) => (
        <Card key={id}>
          <View className="after-stack">
            <View>
              <View className="strong">{several ? `签到表：第 ${n + 1} 次课` : '签到表'}</View>
              <View className="quiet">{`${sayTime(startsAt, Date.now())}，${place}。按村排好，留了空行。`}</View>
            </View>
            <GhostButton sign="download" onPress={press(id, 'word')}>
              签到表 Word
            </GhostButton>
            <GhostButton sign="download" onPress={press(id, 'excel')}>
              签到表 Excel
            </GhostButton>
          </View>
        </Card>
      ))}
    </>
  )
}

function Roster({ classId }: { classId: string }) {
  const make = useIntent('training.rosterSheet')
  const press = (format: Format) => async () => handOver(await make({ classId, format }))
  return (
    <Card>
      <View className="after-stack">
        <View>
          <View className="strong">花名册</View>
          <View className="quiet">报了名的人，和报名时的回答。</View>
        </View>
        <GhostButton sign="download" onPress={press('word')}>
          花名册 Word
        </GhostButton>
        <GhostButton sign="download" onPress={press('excel')}>
          花名册 Excel
        </GhostButton>
      </View>
    </Card>
  )
}
