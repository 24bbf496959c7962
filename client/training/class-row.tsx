import { Text, View } from '@tarojs/components'
import type { ClassDetail, ClassSummary, Enrolment } from '../../contract/training'
import { CLASS_KIND_NAMES } from '../../contract/training/words'
import { Card, Sign, Status } from '../components'
import { go } from '../go'
import { sayDays, TOPIC_NAMES } from '../words'
import { DateBlock } from './date-block'
import { enrolmentStanding, type Standing, standingOf } from './standing'

interface Row {
  classId: string
  title: string
  startsAt: string
  where: string
  /** In small under the title. */
  what?: string
  standing?: Standing
  /** Under how it stands: why. */
  why?: string | undefined
  query: string
}

function Row({ classId, title, startsAt, where, what, standing, why, query }: Row) {
  return (
    <Card onPress={() => go(`/training/class/index?id=${classId}${query}`)}>
      <DateBlock at={startsAt} />
      <View className="grow">
        <View className="strong">{title}</View>
        {what && <View className="quiet">{what}</View>}
        <View className="quiet">
          <Sign name="place" />
          <Text>{where}</Text>
        </View>
        {standing && <Status kind={standing.kind}>{standing.words}</Status>}
        {why && <View className="quiet">{why}</View>}
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
    what={`${CLASS_KIND_NAMES[of.kind]} · ${TOPIC_NAMES[of.topic]}`}
    where={`${of.place} · ${sayDays(of.days)}`}
    standing={standingOf(of)}
    query={query}
  />
)

/** A class somebody is or was in; why it was put off, or why they were refused, stands with it. */
export const EnrolmentRow = ({ of, query }: { of: Enrolment; query: string }) => {
  const why = of.off?.reason ?? (of.state === 'refused' ? of.reason : undefined)
  return (
    <Row
      classId={of.classId}
      title={of.title}
      startsAt={of.startsAt}
      where={of.place}
      standing={enrolmentStanding(of, Date.now())}
      why={why && `原因：${why}`}
      query={query}
    />
  )
}

/** A class one could join instead. */
export const OtherRow = ({ of, query }: { of: ClassDetail['elsewhere'][number]; query: string }) => (
  <Row classId={of.id} title={of.title} startsAt={of.startsAt} where={of.place} query={query} />
)
