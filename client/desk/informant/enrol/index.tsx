import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../../contract'
import { useIntent } from '../../../cloud/call'
import { askToBeTold } from '../../../cloud/subscribe'
import { usePages } from '../../../cloud/use-load'
import { ListState, MainButton, Notice, Screen } from '../../../components'
import { say } from '../../../dialog'
import { leftFor } from '../../../training/standing'
import { CandidateRow } from './candidate-row'
import './enrol.scss'

type Results = Output<'training.enrol'>['results']

/** The server's limit for one call. */
const MOST = 50

export default function EnrolPeople() {
  const classId = useRouter().params.id ?? ''
  const loaded = usePages(
    'training.get',
    { classId, candidates: true },
    (output) => output.candidates ?? [],
    undefined,
    { cursor: 'candidateCursor', next: 'nextCandidate' },
  )
  const enrolIntent = useIntent('training.enrol')
  const [chosen, setChosen] = useState<string[]>([])
  const [results, setResults] = useState<Results>([])
  const training = loaded.data
  const toggle = (id: string) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]))

  const enrol = async () => {
    if (chosen.length === 0) return say('请先点一下要报名的人，可以点好几个。')
    if (chosen.length > MOST) return say(`一次最多报 ${MOST} 人。请先报一部分，再报剩下的。`)
    const asked = askToBeTold(['enrolled'])
    const { results: told } = await enrolIntent({ classId, people: chosen })
    setResults(told)
    // Who did not get in stays chosen, for another try.
    setChosen(told.flatMap((result) => (result.enrolled ? [] : [result.personId])))
    await Promise.all([asked, loaded.reload()])
  }
  const left = training ? leftFor(training.seats) : 0

  return (
    <Screen
      bar={
        training?.state === 'open' && (
          <MainButton onPress={enrol}>
            {chosen.length > 0 ? `给 ${chosen.length} 人报名` : '选好人就报名'}
          </MainButton>
        )
      }
      barNote={chosen.length > left ? `只剩 ${left} 个名额，排在前面的先报上` : undefined}
    >
      <ListState
        of={loaded}
        empty={loaded.rows.length === 0}
        emptyText="您负责的村里还没有登记的人。请联系县科技局登记。"
        picture="informant"
        more={loaded.more}
      >
        {training && (
          <View>
            <View className="heading">给谁报名？（可选多人）</View>
            <Text className="quiet">{`${training.title}，${training.seats.myVillageName ?? '本村'}还剩 ${left} 个名额`}</Text>
          </View>
        )}
        {training && training.state !== 'open' && (
          <Notice kind="plain">这个班现在报不了名了。返回看看别的班。</Notice>
        )}
        {results.length > 0 && <Outcome results={results} />}
        {loaded.rows.map((person) => (
          <CandidateRow
            key={person.personId}
            person={person}
            chosen={chosen.includes(person.personId)}
            refusal={refusalOf(results, person.personId)}
            onToggle={() => toggle(person.personId)}
          />
        ))}
      </ListState>
    </Screen>
  )
}

function Outcome({ results }: { results: Results }) {
  const names = results.flatMap((result) => (result.enrolled ? [result.name] : []))
  const failed = results.length - names.length
  return (
    <>
      {names.length > 0 && (
        <Notice kind="done">{`报上了：${names.join('、')}。没有微信的，请您转告。`}</Notice>
      )}
      {failed > 0 && <Notice kind="waiting">{`还有 ${failed} 人没报上，原因写在各人名字下面。`}</Notice>}
    </>
  )
}

function refusalOf(results: Results, personId: string): string | undefined {
  const result = results.find((each) => each.personId === personId)
  return result && !result.enrolled ? result.error.message : undefined
}
