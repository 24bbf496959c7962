import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { QuestionSummary } from '../../../../contract/consultation'
import { usePages } from '../../../cloud/use-load'
import { Card, ListState, Picture, Screen, Status, Tabs } from '../../../components'
import { standingForExpert } from '../../../consultation/state'
import { go } from '../../../go'

type State = QuestionSummary['state']

const EMPTY: Record<State, string> = {
  waiting: '没有等您回复的问题。有农户来问，会通知您。',
  answered: '没有在等农户回话的问题。',
  resolved: '还没有办结的问题。农户说管用，就算办结。',
}

export default function Queue() {
  const [state, setState] = useState<State>('waiting')
  const queue = usePages('consultation.queue', { state }, (output) => output.questions)
  const counts = queue.data?.counts
  const name = (words: string, of: State) => (counts ? `${words} ${counts[of]}` : words)
  return (
    <Screen>
      <Tabs
        tabs={[
          { key: 'waiting', name: name('要我回的', 'waiting') },
          { key: 'answered', name: name('等农户的', 'answered') },
          { key: 'resolved', name: name('已办结', 'resolved') },
        ]}
        on={state}
        onChange={setState}
      />
      <ListState
        of={queue}
        empty={queue.rows.length === 0}
        emptyText={EMPTY[state]}
        picture="expert"
        more={queue.more}
      >
        {queue.rows.map((question) => (
          <QuestionCard key={question.id} question={question} />
        ))}
      </ListState>
    </Screen>
  )
}

function QuestionCard({ question }: { question: QuestionSummary }) {
  const { kind, words } = standingForExpert(question, Date.now())
  const { person, askedBy } = question
  return (
    <Card onPress={() => go(`/desk/expert/answer/index?id=${question.id}`)}>
      <Picture name={question.subject} />
      <View className="grow">
        <View className="strong">{question.title}</View>
        <View className="quiet">
          <Text>{`${person.villageName} · ${person.name}${askedBy ? ' · 信息员代问' : ''}`}</Text>
        </View>
        <Status kind={kind}>{words}</Status>
      </View>
    </Card>
  )
}
