import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useIntent } from '../../cloud/call'
import { useKnownMe } from '../../cloud/me'
import { askToBeTold } from '../../cloud/subscribe'
import { useLoad } from '../../cloud/use-load'
import { GhostButton, ListState, MainButton, Notice, Screen } from '../../components'
import { confirm, done } from '../../dialog'
import { go, useActing } from '../../go'
import { has } from '../../roles'
import { whatInstead } from '../standing'
import { ClassFacts } from './facts'
import { mayCancel, mayEnrol, noteOf } from './may'

export default function ClassPage() {
  const classId = useRouter().params.id ?? ''
  const { actFor, actName, query } = useActing()
  const me = useKnownMe()
  const loaded = useLoad('training.get', { classId }, actFor)
  const enrolIntent = useIntent('training.enrol')
  const cancelIntent = useIntent('training.cancelEnrolment')
  const [justEnrolled, setJustEnrolled] = useState(false)
  const training = loaded.data
  const now = Date.now()

  const enrol = async () => {
    // Before any await: WeChat opens the dialog only inside the tap.
    const asked = askToBeTold(['enrolled'])
    await enrolIntent({ classId }, actFor)
    setJustEnrolled(true)
    await Promise.all([asked, loaded.reload()])
  }
  const cancel = async () => {
    const sure = await confirm(
      '不去了？',
      '名额会让给别人。想去了还可以再报，名额要还在。',
      '不去了',
      '我要去',
    )
    if (!sure) return
    await cancelIntent({ classId }, actFor)
    setJustEnrolled(false)
    await loaded.reload()
    await done('已取消')
  }

  const may = mayEnrol(me, actFor)
  const informant = has(me, 'informant') && !actFor
  const bar = training && (
    <>
      {training.enrolled && mayCancel(training, now) && (
        <GhostButton tone="danger" onPress={cancel}>
          {actName ? `${actName}去不了，取消报名` : '去不了，取消报名'}
        </GhostButton>
      )}
      {!training.enrolled && training.state === 'open' && may && (
        <MainButton onPress={enrol}>{actName ? `给${actName}报名` : '报名'}</MainButton>
      )}
      {informant && ['open', 'villageFull'].includes(training.state) && (
        <GhostButton sign="people" onPress={() => go(`/desk/informant/enrol/index?id=${classId}`)}>
          给村里人报名
        </GhostButton>
      )}
      {!training.enrolled && training.state !== 'open' && (
        <GhostButton onPress={() => go(`/training/classes/index?tab=open${query}`)}>看看别的班</GhostButton>
      )}
    </>
  )
  const instead = training && whatInstead(training)

  return (
    <Screen
      acting={actName}
      bar={bar}
      barNote={training && noteOf(training, { may, acting: Boolean(actFor) }, now)}
    >
      <ListState of={loaded}>
        {training && (
          <>
            {training.enrolled && (
              <Notice kind="done">
                {`${justEnrolled ? '报上名了！' : '已报名。'}${training.meet}，${training.bring}。`}
              </Notice>
            )}
            {training.enrolled && !mayCancel(training, now) && (
              <Notice kind="waiting">快开班了，不能在这里取消。去不了请打下面的电话说一声。</Notice>
            )}
            {instead && <Notice kind="plain">{instead}</Notice>}
            <ClassFacts training={training} />
            <GhostButton sign="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: training.contact })}>
              {`有事打电话 ${training.contact}`}
            </GhostButton>
          </>
        )}
      </ListState>
    </Screen>
  )
}
