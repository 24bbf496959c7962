import { View } from '@tarojs/components'
import { useState } from 'react'
import { useKnownMe } from '../../../cloud/me'
import { usePages } from '../../../cloud/use-load'
import {
  Card,
  GhostButton,
  ListState,
  MainButton,
  Notice,
  Picture,
  Screen,
  Status,
  Tabs,
} from '../../../components'
import { go } from '../../../go'
import { has } from '../../../roles'
import { TOPIC_PICTURES } from '../../../words'
import { classPage, countsPage, editPage } from '../pages'
import { type DeskClass, fullWords, KIND_NAMES, phaseWords, whenAndWhere } from '../words'

type Show = 'open' | 'draft' | 'past'
const TABS: { key: Show; name: string }[] = [
  { key: 'open', name: '正在办的' },
  { key: 'draft', name: '草稿' },
  { key: 'past', name: '办过的' },
]
const EMPTY: Record<Show, string> = {
  open: '现在没有在办的班。发布了的班会在这里。',
  draft: '没有草稿。开始办一个班，没填完的都存在这里。',
  past: '还没有办过的班。办完的、取消的会在这里，可以照着再办。',
}

/** The classes of one's desk: what runs, what is being prepared, what is over. */
export default function Classes() {
  const [show, setShow] = useState<Show>('open')
  const [copying, setCopying] = useState(false)
  const list = usePages('training.desk', { show }, ({ classes }) => classes)
  const choose = (tab: Show) => {
    setShow(tab)
    setCopying(false)
  }
  const copy = () => {
    setShow('past')
    setCopying(true)
  }
  // The whole county's numbers are the bureau's; a teacher's desk has the classes alone.
  const bureau = has(useKnownMe(), 'bureau')
  const refused = list.refusal?.code === 'FORBIDDEN'
  return (
    <Screen
      wide
      bar={
        !refused && (
          <>
            <MainButton sign="add" onPress={() => go(editPage())}>
              新办一个班
            </MainButton>
            <GhostButton onPress={copy}>照去年的班再办</GhostButton>
          </>
        )
      }
    >
      {bureau && (
        <View className="link" hoverClass="pressed" onClick={() => void go(countsPage)}>
          今年的培训人次，离目标还差多少
        </View>
      )}
      <Tabs tabs={TABS} on={show} onChange={choose} />
      {copying && <Notice kind="news">点一个办过的班，里面有“照这个班再办一个”。</Notice>}
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText={EMPTY[show]}
        picture="training"
        more={list.more}
      >
        {list.rows.map((training) => (
          <ClassRow key={training.id} training={training} toFinish={show === 'open'} now={Date.now()} />
        ))}
      </ListState>
    </Screen>
  )
}

function ClassRow({ training, toFinish, now }: { training: DeskClass; toFinish: boolean; now: number }) {
  const { id, title, topic, kind, phase, counts, toDecide, reason } = training
  const stands = phaseWords(phase, toFinish)
  return (
    <Card onPress={() => go(classPage(id))}>
      <Picture name={TOPIC_PICTURES[topic]} />
      <View className="grow stack-tight">
        <View className="strong">{title}</View>
        <View className="quiet">{`${KIND_NAMES[kind]} · ${whenAndWhere(training, now)}`}</View>
        {phase !== 'draft' && <View className="quiet">{fullWords(counts)}</View>}
        <Status kind={stands.kind}>{stands.words}</Status>
        {toDecide > 0 && <Status kind="urgent">{`${toDecide} 人等您审核`}</Status>}
        {reason && <View className="quiet">{`原因：${reason}`}</View>}
      </View>
    </Card>
  )
}
