import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { QuestionSummary } from '../../contract/consultation'
import type { Pages } from '../cloud/use-load'
import { Card, ListState, Picture } from '../components'
import { QuestionRow } from '../consultation/question-row'
import { go } from '../go'
import type { PictureName } from '../icons/names'

/** The three jobs, done for somebody else: each page it leads to says for whom. */
const JOBS: { picture: PictureName; name: string; about: string; page: string }[] = [
  {
    picture: 'training',
    name: '替他报名',
    about: '看看有什么培训班',
    page: '/training/classes/index?tab=open',
  },
  {
    picture: 'consultation',
    name: '替他问专家',
    about: '拍照片、写几个字',
    page: '/consultation/ask/index?from=person',
  },
  {
    picture: 'dividend',
    name: '查他的分红',
    about: '到账没有，没收到替他说',
    page: '/dividend/mine/index?from=person',
  },
]

interface Props {
  name: string
  /** What an address needs to say for whom: `&actFor=…&actName=…`. */
  query: string
  questions: Pages<QuestionSummary, unknown>
  /** Between the jobs and the questions. */
  children?: ReactNode
}

/** What one can do for somebody, and what they have asked so far. */
export function Jobs({ name, query, questions, children }: Props) {
  return (
    <>
      {JOBS.map(({ picture, name: job, about, page }) => (
        <Card key={page} onPress={() => go(`${page}${query}`)}>
          <Picture name={picture} />
          <View className="grow">
            <View className="strong">{job}</View>
            <View className="quiet">{about}</View>
          </View>
        </Card>
      ))}
      {children}
      <Text className="section">{`${name}问过的`}</Text>
      <ListState
        of={questions}
        empty={questions.rows.length === 0}
        emptyText="还没有问过专家。问了会写在这里。"
        picture="consultation"
        more={questions.more}
      >
        {questions.rows.map((question) => (
          <QuestionRow key={question.id} question={question} query={query} />
        ))}
      </ListState>
    </>
  )
}
