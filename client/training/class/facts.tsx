import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayTime } from '../../../contract/time'
import type { ClassDetail } from '../../../contract/training'
import { Bar, Card, Picture, Sign } from '../../components'
import type { SignName } from '../../icons/names'
import { sayDates, sayDays, TOPIC_NAMES, TOPIC_PICTURES } from '../../words'
import { seatWords } from '../standing'
import '../training.scss'

function Fact({ sign, strong, children }: { sign: SignName; strong: string; children?: ReactNode }) {
  return (
    <View className="fact">
      <Text className="fact-sign">
        <Sign name={sign} />
      </Text>
      <View className="grow">
        <View className="strong">{strong}</View>
        {children && <View className="quiet">{children}</View>}
      </View>
    </View>
  )
}

/** What one wants to know of a class before going: when, where, who, what it costs, what to bring, the seats. */
export function ClassFacts({ training }: { training: ClassDetail }) {
  const now = Date.now()
  const { seats } = training
  return (
    <>
      <View className="row">
        <Picture name={TOPIC_PICTURES[training.topic]} size="big" />
        <View className="grow">
          <View className="heading">{training.title}</View>
          <View className="quiet">{TOPIC_NAMES[training.topic]}</View>
        </View>
      </View>
      <Card>
        <View className="facts">
          <Fact sign="calendar" strong={sayDates(training.startsAt, training.endsAt, now)}>
            {`${sayDays(training.days)}。${sayTime(training.signUpClosesAt, now)} 报名截止`}
          </Fact>
          <Fact sign="place" strong={training.place}>
            {training.meet}
          </Fact>
          <Fact sign="teacher" strong={`${training.teacher.name} ${training.teacher.title}`} />
          <Fact sign="board" strong={training.costs}>
            {training.bring}
          </Fact>
        </View>
      </Card>
      <Card>
        <View className="facts">
          <View className="strong">名额</View>
          <Bar part={seats.taken / Math.max(1, seats.total)} />
          <Text className="quiet">{seatWords(seats)}</Text>
        </View>
      </Card>
      <Card>
        <View className="strong">讲什么</View>
        <Text className="quiet">{training.about}</Text>
        {training.openTo.length > 0 && (
          <View className="quiet">{`面向：${training.openTo.map((region) => region.name).join('、')}`}</View>
        )}
      </Card>
    </>
  )
}
