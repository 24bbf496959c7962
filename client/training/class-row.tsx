import { Text, View } from '@tarojs/components'
import type { ClassSummary, Enrolment } from '../../contract/training'
import { Card, Sign, Status } from '../components'
import { go } from '../go'
import { sayDays } from '../words'
import { DateBlock } from './date-block'
import { enrolmentStanding, type Standing, standingOf } from './standing'

interface Row {
  classId: string
  title: string
  startsAt: string
  where: string
  standing: Standing
  query: string
}

function Row({ classId, title, startsAt, where, standing, query }: Row) {
  return (
    <Card onPress={() => go(`/training/class/index?id=${classId}${query}`)}>
      <DateBlock at={startsAt} />
      <View className="grow">
        <View className="strong">{title}</View>
        <View className="quiet">
          <Sign name="place" />
          <Text>{where}</Text>
        </View>
        <Status kind={standing.kind}>{standing.words}</Status>
      </View>
    </Card>
  )
}

/** A class one may sign up for; `query` is `useActing().query`. */
export const ClassRow = ({ of, query }: { of: ClassSummary; query: string }) => (
  <Row
    classId={of.id}
    title={of.title}
    startsAt={of.startsAt}
    where={`${of.place} · ${sayDays(of.days)}`}
    standing={standingOf(of)}
    query={query}
  />
)

/** A class somebody is or was in. */
export const EnrolmentRow = ({ of, query }: { of: Enrolment; query: string }) => (
  <Row
    classId={of.classId}
    title={of.title}
    startsAt={of.startsAt}
    where={of.place}
    standing={enrolmentStanding(of)}
    query={query}
  />
)
