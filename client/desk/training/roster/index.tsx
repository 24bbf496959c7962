import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { EnrolmentState } from '../../../../contract/training'
import { usePages } from '../../../cloud/use-load'
import { Check, ListState, Notice, Pick, Screen, Tabs } from '../../../components'
import { useTitle } from '../../../title'
import { ExportButton } from '../../export-button'
import '../desk.scss'
import { fullWords, STATE_NAMES } from '../words'
import { PersonCard } from './person-card'

const FIRST: readonly EnrolmentState[] = ['enrolled', 'pending', 'waiting']
const REST: readonly EnrolmentState[] = [
  'offered',
  'attended',
  'absent',
  'cancelled',
  'refused',
  'declined',
  'lapsed',
]
const OTHERS = 'others'
const TABS = [
  ...FIRST.map((key) => ({ key, name: STATE_NAMES[key] })),
  { key: OTHERS as typeof OTHERS, name: '其他' },
]
const EMPTY: Partial<Record<EnrolmentState, string>> = {
  enrolled: '还没有人报上名。报上的人会在这里。',
  pending: '没有等审核的。要审核的班，有人报名会在这里。',
  waiting: '没有人排队。名额满了以后来排队的会在这里，前面的先补。',
}

/** Who is in a class, by how they stand; who waits for a decision gets one here. `?id=&state=`. */
export default function Roster() {
  const { id: classId = '', state: first = 'enrolled' } = useRouter().params as {
    id?: string
    state?: EnrolmentState
  }
  const [state, setState] = useState<EnrolmentState>(first)
  const [unconfirmed, setUnconfirmed] = useState(false)
  const only = state === 'enrolled' && unconfirmed
  const list = usePages(
    'training.roster',
    { classId, state, ...(only ? { unconfirmed: true } : {}) },
    ({ people }) => people,
  )
  // While another tab loads, what is told of the class stays.
  const kept = useRef(list.data)
  kept.current = list.data ?? kept.current
  useTitle(kept.current?.title)
  const { counts, questions = [] } = kept.current ?? {}
  return (
    <Screen wide>
      {counts && <View className="quiet">{fullWords(counts)}</View>}
      <Tabs
        tabs={TABS}
        on={FIRST.includes(state) ? state : OTHERS}
        onChange={(key) => setState(key === OTHERS ? 'offered' : key)}
      />
      {!FIRST.includes(state) && (
        <Pick
          id="roster-state"
          label="看哪些人"
          options={REST.map((key) => ({ key, name: STATE_NAMES[key] }))}
          value={state}
          onChange={setState}
        />
      )}
      {state === 'enrolled' && (
        <Check on={unconfirmed} onChange={setUnconfirmed}>
          只看改了时间地点以后，还没说来不来的
        </Check>
      )}
      {state === 'waiting' && list.rows.length > 0 && (
        <Notice kind="plain">按补位的先后排。有空名额，会从前往后给能用的人。</Notice>
      )}
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText={only ? '都说了来不来，没有要等的。' : (EMPTY[state] ?? '没有这样的人。')}
        picture="informant"
        more={list.more}
      >
        {list.rows.map((row, n) => (
          <PersonCard
            key={row.personId}
            row={row}
            place={state === 'waiting' ? n + 1 : undefined}
            classId={classId}
            questions={questions}
            reload={list.reload}
          />
        ))}
      </ListState>
      {list.data && (
        <ExportButton operation="export.enrolments" input={{ classId }}>
          把名单导出 Excel
        </ExportButton>
      )}
    </Screen>
  )
}
