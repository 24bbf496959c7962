import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useLoad } from '../../cloud/use-load'
import { Card, ListState, MainButton, Screen } from '../../components'
import { useActing } from '../../go'
import '../training.scss'
import { OwnAnswers } from './own-answers'
import { QuestionFields } from './question-fields'
import { useAnswers } from './use-answers'
import { buttonOf } from './words'

/**
 * What a class asks of whoever signs up: `?id=…`, with `wait=1` to stand in line, `edit=1` to change what was answered,
 * `several=1` for the people an informant has chosen on the page underneath.
 */
export default function AnswersPage() {
  const { id: classId = '', ...params } = useRouter().params
  const { actFor, actName } = useActing()
  const edit = params.edit === '1'
  const loaded = useLoad('training.get', { classId }, actFor)
  const training = loaded.data
  const form = useAnswers(training, {
    ...{ classId, actFor, edit, wait: params.wait === '1', several: params.several === '1' },
  })
  const { people, faults } = form
  const again = edit && training?.approval && training.mine?.state === 'enrolled'
  const names = people.map(({ name }) => name).join('、')
  return (
    <Screen
      acting={actName}
      bar={
        training && (
          <MainButton onPress={form.send}>
            {buttonOf({ edit, wait: form.wait, count: people.length })}
          </MainButton>
        )
      }
      barNote={again ? '改了要重新审核，名额还留着' : undefined}
    >
      <ListState of={loaded}>
        {training && (
          <>
            <View>
              <View className="heading">{training.title}</View>
              <Text className="quiet">
                {names ? `给 ${names} 报名，先填下面这些。` : '填好这些，老师好准备。'}
              </Text>
            </View>
            <Card>
              <View className="class-facts">
                {names && <View className="strong">大家一样的，填一次就行</View>}
                <QuestionFields
                  questions={training.questions}
                  typed={form.typed}
                  onChange={form.setAll}
                  faults={faults.all ?? {}}
                />
              </View>
            </Card>
            {people.map(({ personId, name }) => (
              <OwnAnswers
                key={personId}
                personId={personId}
                name={name}
                questions={training.questions}
                all={form.typed}
                typed={form.own[personId]}
                onChange={(typed) => form.setOwn(personId, typed)}
                faults={faults[personId] ?? {}}
              />
            ))}
          </>
        )}
      </ListState>
    </Screen>
  )
}
