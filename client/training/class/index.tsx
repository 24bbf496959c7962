import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { classOfScene } from '../../../contract/training/class-scene'
import { useKnownMe } from '../../cloud/me'
import { useLoad } from '../../cloud/use-load'
import { GhostButton, ListState, Notice, Screen } from '../../components'
import { useActing } from '../../go'
import { AfterLinks } from '../after-links'
import { CalendarButton } from '../calendar-button'
import { OtherRow } from '../class-row'
import { DayLinks } from '../day-links'
import { useShareClass } from '../share'
import { Answered } from './answered'
import { ClassBar } from './class-bar'
import { ClassFacts, ClassHead } from './facts'
import { Materials } from './materials'
import { actOf, mayEnrol, noteOf } from './may'
import { noticesOf } from './notice'
import { useClass } from './use-class'

/** By its id, or by the code of a notice. */
const classOf = ({ id, scene }: Partial<Record<string, string>>): string =>
  id ?? classOfScene(decodeURIComponent(scene ?? '')) ?? ''

/** A class, how I stand in it, and the one thing to do about it. */
export default function ClassPage() {
  const classId = classOf(useRouter().params)
  const { actFor, actName, query } = useActing()
  const me = useKnownMe()
  const loaded = useLoad('training.get', { classId }, actFor)
  const training = loaded.data
  const does = useClass(training, { actFor, query }, loaded.reload)
  useShareClass(training)
  const now = Date.now()
  const act = training && actOf(training, mayEnrol(me, actFor), now)
  const bar = training && (
    <ClassBar training={training} act={act} me={me} name={actName} query={query} does={does} />
  )
  return (
    <Screen acting={actName} bar={bar} barNote={training && noteOf(training, act, Boolean(actFor), now)}>
      <ListState of={loaded}>
        {training && (
          <>
            <ClassHead training={training} />
            {noticesOf(training, actName ?? '您', now).map(({ kind, words }) => (
              <Notice key={words} kind={kind}>
                {does.fresh ? words.replace(/^已报名。/, '报上名了！') : words}
              </Notice>
            ))}
            {training.elsewhere.length > 0 && act === 'look' && (
              <View className="class-others">
                <Text className="section">现在还能报</Text>
                {training.elsewhere.map((other) => (
                  <OtherRow key={other.id} of={other} query={query} />
                ))}
              </View>
            )}
            <DayLinks training={training} me={me} actFor={actFor} query={query} />
            <ClassFacts training={training} />
            <Answered training={training} query={query} />
            <Materials of={training.materials} />
            <CalendarButton training={training} />
            <AfterLinks training={training} me={me} query={query} />
            <GhostButton sign="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: training.contact })}>
              {`电话 ${training.contact}`}
            </GhostButton>
          </>
        )}
      </ListState>
    </Screen>
  )
}
