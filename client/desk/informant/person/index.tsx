import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePages } from '../../../cloud/use-load'
import { Card, GhostButton, ListState, Picture, Screen } from '../../../components'
import { QuestionRow } from '../../../consultation/question-row'
import { go, useActing } from '../../../go'
import type { PictureName } from '../../../icons/names'

/** The three jobs, done for somebody else: each page it leads to says for whom. */
const JOBS: { picture: PictureName; name: string; about: string; page: string }[] = [
  {
    picture: 'training',
    name: '给他报名',
    about: '看看有什么培训班',
    page: '/training/classes/index?tab=open',
  },
  {
    picture: 'consultation',
    name: '替他问专家',
    about: '拍照片、写几个字',
    page: '/consultation/ask/index?from=informant',
  },
  {
    picture: 'dividend',
    name: '查他的分红',
    about: '到账没有，没收到替他说',
    page: '/dividend/mine/index?from=informant',
  },
]
/** Their entry in the registry, which nobody acts on from here. */
const card = (personId = '') => `/desk/bureau/registry/person/index?id=${personId}`

export default function PersonPage() {
  const { actFor, actName = '', query } = useActing()
  const questions = usePages('consultation.mine', {}, (output) => output.questions, actFor)
  return (
    <Screen
      acting={actName}
      bar={
        <GhostButton sign="acting" onPress={() => changePerson()}>
          换个人
        </GhostButton>
      }
    >
      {JOBS.map(({ picture, name, about, page }) => (
        <Card key={page} onPress={() => go(`${page}${query}`)}>
          <Picture name={picture} />
          <View className="grow">
            <View className="strong">{name}</View>
            <View className="quiet">{about}</View>
          </View>
        </Card>
      ))}
      <Card onPress={() => go(card(actFor))}>
        <View className="grow">
          <View className="strong">看登记的资料</View>
          <View className="quiet">电话、家里有谁</View>
        </View>
      </Card>
      <Text className="section">{`${actName}问过的`}</Text>
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
    </Screen>
  )
}

/** Back to the list, which is usually the page underneath. */
const changePerson = (): Promise<unknown> =>
  Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo({ url: '/desk/informant/people/index' })
