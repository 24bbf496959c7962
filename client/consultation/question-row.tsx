import { Text, View } from '@tarojs/components'
import type { QuestionSummary } from '../../contract/consultation'
import { Card, Picture, Status } from '../components'
import { go } from '../go'
import { standingForAsker, whenWords } from './state'

interface Props {
  question: QuestionSummary
  /** `useActing().query`: the page it leads to acts for the same person. */
  query?: string
  /** Says whose question it is, where a list holds several people's. */
  named?: boolean
}

/** One question in its asker's list: what it is about, how it stands, since when; leads to its page. */
export function QuestionRow({ question, query = '', named }: Props) {
  const { kind, words } = standingForAsker(question)
  return (
    <Card onPress={() => go(`/consultation/question/index?id=${question.id}${query}`)}>
      <Picture name={question.subject} />
      <View className="grow">
        <View className="strong">{question.title}</View>
        <View className="quiet">
          {named && <Text>{question.person.name}，</Text>}
          <Text>{whenWords(question, Date.now())}</Text>
        </View>
        <Status kind={kind}>{words}</Status>
      </View>
    </Card>
  )
}
