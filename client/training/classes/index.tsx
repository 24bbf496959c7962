import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Topic } from '../../../contract/training'
import { usePages } from '../../cloud/use-load'
import { GhostButton, ListState, Pick, Screen, Tabs } from '../../components'
import { useActing } from '../../go'
import { TOPIC_NAMES } from '../../words'
import { ClassRow, EnrolmentRow } from '../class-row'

const TABS = [
  { key: 'open', name: '可以报名' },
  { key: 'coming', name: '报了的' },
  { key: 'past', name: '学过的' },
] as const
type Tab = (typeof TABS)[number]['key']

export default function Classes() {
  const asked = useRouter().params.tab
  const [tab, setTab] = useState<Tab>(asked === 'mine' ? 'coming' : 'open')
  const { actFor, actName, query } = useActing()
  return (
    <Screen acting={actName}>
      <Tabs tabs={TABS} on={tab} onChange={setTab} />
      {tab === 'open' ? (
        <OpenClasses actFor={actFor} query={query} />
      ) : (
        <MyEnrolments key={tab} when={tab} actFor={actFor} query={query} onLook={() => setTab('open')} />
      )}
    </Screen>
  )
}

interface Acting {
  actFor: string | undefined
  query: string
}

type Wanted = Topic | 'all'
const WANTED: { key: Wanted; name: string }[] = [
  { key: 'all', name: '全部的班' },
  ...(Object.keys(TOPIC_NAMES) as Topic[]).map((key) => ({ key, name: TOPIC_NAMES[key] })),
]

function OpenClasses({ actFor, query }: Acting) {
  const [wanted, want] = useState<Wanted>('all')
  const topic = wanted === 'all' ? {} : { topic: wanted }
  const classes = usePages('training.list', topic, (output) => output.classes, actFor)
  return (
    <>
      <Pick label="想学什么" options={WANTED} value={wanted} onChange={want} id="topic" />
      <ListState
        of={classes}
        empty={classes.rows.length === 0}
        emptyText={
          wanted === 'all'
            ? '现在没有能报名的班。有了新班，会写在这里。'
            : `现在没有${TOPIC_NAMES[wanted]}的班。可以看看别的。`
        }
        emptyAction={wanted !== 'all' && <GhostButton onPress={() => want('all')}>看全部的班</GhostButton>}
        picture="training"
        more={classes.more}
      >
        {classes.rows.map((each) => (
          <ClassRow key={each.id} of={each} query={query} />
        ))}
      </ListState>
    </>
  )
}

function MyEnrolments({
  when,
  actFor,
  query,
  onLook,
}: Acting & { when: 'coming' | 'past'; onLook: () => void }) {
  const enrolments = usePages('training.myEnrolments', { when }, (output) => output.enrolments, actFor)
  return (
    <ListState
      of={enrolments}
      empty={enrolments.rows.length === 0}
      emptyText={when === 'coming' ? '还没有报名。报了的班会写在这里。' : '学过的班会写在这里。'}
      emptyAction={<GhostButton onPress={onLook}>看看有什么班</GhostButton>}
      picture="training"
      more={enrolments.more}
    >
      {enrolments.rows.map((each) => (
        <EnrolmentRow key={each.id} of={each} query={query} />
      ))}
    </ListState>
  )
}
