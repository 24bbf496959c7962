import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayTime } from '../../../contract/time'
import type { ClassDetail } from '../../../contract/training'
import { CLASS_KIND_NAMES } from '../../../contract/training/words'
import { Bar, Card, Picture, Sign } from '../../components'
import type { SignName } from '../../icons/names'
import { sayDates, sayDays, TOPIC_NAMES, TOPIC_PICTURES } from '../../words'
import { seatWords } from '../standing'
import { termsOf } from '../terms'
import '../training.scss'
import { Sessions } from './sessions'

function Fact({ sign, strong, children }: { sign: SignName; strong: string; children?: ReactNode }) {
  return (
    <View className="class-fact">
      <Text className="class-fact-sign">
        <Sign name={sign} />
      </Text>
      <View className="grow">
        <View className="strong">{strong}</View>
        {children && <View className="quiet">{children}</View>}
      </View>
    </View>
  )
}

/** What it is, before anything is said of it. */
export function ClassHead({ training }: { training: ClassDetail }) {
  return (
    <>
      {training.cover && <Image className="class-cover" src={training.cover} mode="aspectFill" />}
      <View className="row">
        <Picture name={TOPIC_PICTURES[training.topic]} size="big" />
        <View className="grow">
          <View className="heading">{training.title}</View>
          <View className="quiet">
            {`${CLASS_KIND_NAMES[training.kind]} · ${training.topicName ?? TOPIC_NAMES[training.topic]}`}
          </View>
        </View>
      </View>
    </>
  )
}

/** What one wants to know of a class before going: when, where, who, what it costs, what to bring, the seats, the terms. */
export function ClassFacts({ training }: { training: ClassDetail }) {
  const now = Date.now()
  const { sessions, teachers } = training
  // Of a class that is over nobody asks how many seats there were.
  const mayCome = training.phase !== 'cancelled' && training.phase !== 'finished'
  // Of one that is put off no date holds, nor that it is where it was to be.
  const postponed = training.phase === 'postponed'
  const dates = sayDates(training.startsAt, training.endsAt, now)
  const way = !postponed && (sessions.length > 1 || sessions.some(({ point }) => point))
  return (
    <>
      <Card>
        <View className="class-facts">
          {postponed ? (
            <Fact sign="calendar" strong="时间待定">{`原定 ${dates}，不算数了`}</Fact>
          ) : (
            <Fact sign="calendar" strong={dates}>
              {`${sayDays(training.days)}。${sayTime(training.signUpClosesAt, now)} 报名截止`}
            </Fact>
          )}
          <Fact sign="place" strong={training.place}>
            {/* At what hour to gather goes with the day. */}
            {postponed ? undefined : training.meet}
          </Fact>
          {teachers.map(({ name, title }) => (
            <Fact key={name} sign="teacher" strong={`${name} ${title}`} />
          ))}
          <Fact sign="board" strong={training.costs}>
            {training.bring}
          </Fact>
        </View>
      </Card>
      {way && <Sessions of={sessions} />}
      <Card>
        <View className="class-facts">
          <View className="strong">讲什么</View>
          <Text className="quiet">{training.about}</Text>
        </View>
      </Card>
      {mayCome && <Terms training={training} />}
    </>
  )
}

/** The seats, and on what terms one has one. */
function Terms({ training }: { training: ClassDetail }) {
  const { seats, waitlist, line } = training
  return (
    <>
      <Card>
        <View className="class-facts">
          <View className="strong">名额</View>
          <Bar part={seats.taken / Math.max(1, seats.total)} />
          <Text className="quiet">{seatWords(seats, training.state)}</Text>
          {line && waitlist.waiting > 0 && (
            <Text className="quiet">{`${waitlist.waiting} 人在排队：${waitlist.words}`}</Text>
          )}
        </View>
      </Card>
      <Card>
        <View className="class-facts">
          <View className="strong">谁能来</View>
          <View className="class-terms">
            {termsOf(training).map((words) => (
              <Text key={words} className="quiet">
                {words}
              </Text>
            ))}
          </View>
        </View>
      </Card>
    </>
  )
}
