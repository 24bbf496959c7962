import { Text, View } from '@tarojs/components'
import { sayTime } from '../../../../contract/time'
import { Card, Status } from '../../../components'
import { answerLines, type Question, type RosterRow, whoWords } from '../words'
import { Decide } from './decide'

interface Props {
  row: RosterRow
  /** In line, from 1. */
  place: number | undefined
  classId: string
  questions: readonly Question[]
  reload: () => Promise<void>
}

/** One person of the roster: how they stand, what they answered, and what to decide. */
export function PersonCard({ row, place, classId, questions, reload }: Props) {
  const { name, state, answers, needsConfirm, offerUntil, reason } = row
  const now = Date.now()
  return (
    <Card>
      <View className="stack">
        <View className="stack-tight">
          <Text className="strong">{place === undefined ? name : `第 ${place} 位 ${name}`}</Text>
          <Text className="quiet">{whoWords(row, now)}</Text>
          {answerLines(answers, questions).map((line) => (
            <Text key={line}>{line}</Text>
          ))}
          {needsConfirm && <Status kind="waiting">改了时间地点，还没说来不来</Status>}
          {offerUntil && <Status kind="waiting">{`名额留到 ${sayTime(offerUntil, now)}`}</Status>}
          {reason && (
            <Text className="quiet">{state === 'waiting' ? `现在补不上：${reason}` : `原因：${reason}`}</Text>
          )}
        </View>
        {state === 'pending' && <Decide row={row} classId={classId} reload={reload} />}
      </View>
    </Card>
  )
}
