import { useRef, useState } from 'react'
import type { QuestionSummary } from '../../../../contract/consultation'
import { usePages } from '../../../cloud/use-load'
import { GhostButton, ListState, Screen, Tabs } from '../../../components'
import { go } from '../../../go'
import { QueueRow } from './queue-row'
import { EMPTY_WORDS, tabsOf } from './words'

type State = QuestionSummary['state']

/** The expert's list: what waits for them in order of urgency, what waits for the farmer, what is done. */
export default function Queue() {
  const [state, setState] = useState<State>('waiting')
  const list = usePages('consultation.queue', { state }, ({ questions }) => questions)
  // While another tab loads, the counts of the last answer stay.
  const counts = useRef<Record<State, number>>()
  counts.current = list.data?.counts ?? counts.current
  return (
    <Screen>
      <Tabs tabs={tabsOf(counts.current)} on={state} onChange={setState} />
      <ListState
        of={list}
        empty={list.rows.length === 0}
        picture="expert"
        emptyText={EMPTY_WORDS[state]}
        more={list.more}
      >
        {list.rows.map((question) => (
          <QueueRow key={question.id} question={question} now={Date.now()} />
        ))}
      </ListState>
      <GhostButton sign="teacher" onPress={() => go('/desk/training/home/index')}>
        我教的培训班
      </GhostButton>
    </Screen>
  )
}
