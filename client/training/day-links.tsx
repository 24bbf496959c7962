import type { Me } from '../../contract/identity'
import type { ClassDetail } from '../../contract/training'
import { GhostButton } from '../components'
import { go } from '../go'
import { dayLinksOf, dayQuery } from './day'
import { Unsent } from './day-unsent'

interface Props {
  training: ClassDetail
  me: Me | undefined
  actFor: string | undefined
  query: string
}

/** The ways to the day of a class: checking in, the teacher's code, the list. */
export function DayLinks({ training, me, actFor, query }: Props) {
  const now = Date.now()
  const { mine, code, list } = dayLinksOf(training, me, Boolean(actFor), now)
  const at = dayQuery(training.id, training.sessions, now)
  return (
    <>
      <Unsent classId={training.id} />
      {mine && (
        <GhostButton sign="code" onPress={() => go(`/training-day/mine/index?id=${training.id}${query}`)}>
          签到
        </GhostButton>
      )}
      {code && (
        <GhostButton sign="code" onPress={() => go(`/training-day/code/index?${at}`)}>
          出示签到码
        </GhostButton>
      )}
      {list && (
        <GhostButton sign="people" onPress={() => go(`/training-day/list/index?${at}`)}>
          点名
        </GhostButton>
      )}
    </>
  )
}
