import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { ClassDetail } from '../../../../contract/training'
import { useIntent } from '../../../cloud/call'
import { usePages } from '../../../cloud/use-load'
import { Check, ListState, MainButton, Notice, Screen, Search } from '../../../components'
import { say } from '../../../dialog'
import { go } from '../../../go'
import { hand, useHanded } from '../../../handed'
import { type Handed, RESULTS, type Results, SEVERAL, type Several } from '../../../training/several'
import { leftFor } from '../../../training/standing'
import { CandidateRow } from './candidate-row'
import './enrol.scss'
import { isFree, outcomeOf, standingUnder } from './outcome'

type Candidate = NonNullable<ClassDetail['candidates']>[number]

/** The server's limit for one call. */
const MOST = 50

/** More are chosen than there are seats. */
const overWords = (left: number, line: boolean): string =>
  left > 0
    ? `只剩 ${left} 个名额，排在前面的先报上`
    : line
      ? '没有名额了。勾上“没有名额的，替他们排队”再报'
      : '没有名额了'

/** Enrols several people of one's villages at once; who finds no seat may stand in line. */
export default function EnrolPeople() {
  const classId = useRouter().params.id ?? ''
  const [words, setWords] = useState('')
  const loaded = usePages(
    'training.get',
    { classId, candidates: true, ...(words ? { candidateWords: words } : {}) },
    (output) => output.candidates ?? [],
    undefined,
    { cursor: 'candidateCursor', next: 'nextCandidate' },
  )
  const enrolIntent = useIntent('training.enrol')
  const [chosen, setChosen] = useState<Candidate[]>([])
  const [wait, setWait] = useState(false)
  const [results, setResults] = useState<Results>([])
  // What is said of the class stays while others are looked for.
  const known = useRef(loaded.data)
  known.current = loaded.data ?? known.current
  const training = known.current
  const isChosen = (id: string) => chosen.some(({ personId }) => personId === id)

  const take = (told: Results) => {
    setResults(told)
    // What became of it stands at the top, and who was chosen may be far down.
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    // Who got nothing stays chosen, for another try.
    const left = told.flatMap((result) => (result.enrolled || result.waiting ? [] : [result.personId]))
    setChosen((all) => all.filter(({ personId }) => left.includes(personId)))
  }
  useHanded<Handed>(RESULTS, (handed) => handed.classId === classId && take(handed.results))

  const press = (person: Candidate) => {
    const { personId, name } = person
    // Who has something of this class already has a page of their own for it.
    if (!isFree(person))
      return go(`/training/class/index?id=${classId}&actFor=${personId}&actName=${encodeURIComponent(name)}`)
    setChosen((all) =>
      isChosen(personId) ? all.filter((each) => each.personId !== personId) : [...all, person],
    )
  }
  const enrol = async () => {
    if (chosen.length === 0) return say('请先点一下要报名的人，可以点好几个。')
    if (chosen.length > MOST) return say(`一次最多报 ${MOST} 人。请先报一部分，再报剩下的。`)
    if (training && training.questions.length > 0) {
      const people = chosen.map(({ personId, name }) => ({ personId, name }))
      hand(SEVERAL, { people, wait } satisfies Several)
      return go(`/training/answers/index?id=${classId}&several=1`)
    }
    const people = chosen.map(({ personId }) => personId)
    const { results: told } = await enrolIntent({ classId, people, ...(wait ? { wait } : {}) })
    take(told)
    await loaded.reload()
  }
  const left = training ? leftFor(training.seats) : 0
  const isOpen = training?.phase === 'open' && (training.state === 'open' || training.line)
  const over = chosen.length > left && !wait
  const unseen = chosen.filter(({ personId }) => !loaded.rows.some((row) => row.personId === personId))

  return (
    <Screen
      bar={
        isOpen && (
          <MainButton onPress={enrol}>
            {chosen.length > 0 ? `给 ${chosen.length} 人报名` : '选好人就报名'}
          </MainButton>
        )
      }
      barNote={over ? overWords(left, training?.line === true) : undefined}
    >
      {training && (
        <View>
          <View className="heading">给谁报名？（可选多人）</View>
          <Text className="quiet">{`${training.title}，${training.seats.myVillageName ?? '本村'}还剩 ${left} 个名额`}</Text>
        </View>
      )}
      {training && !isOpen && <Notice kind="plain">这个班现在报不了名了。返回看看别的班。</Notice>}
      {isOpen && training?.line && (
        <Check on={wait} onChange={setWait} note={training.waitlist.words}>
          没有名额的，替他们排队
        </Check>
      )}
      {outcomeOf(results).map(({ kind, words }) => (
        <Notice key={words} kind={kind}>
          {words}
        </Notice>
      ))}
      {training && <Search hint="姓名或电话" onSearch={setWords} />}
      {unseen.length > 0 && (
        <Text className="quiet">{`还选了：${unseen.map(({ name }) => name).join('、')}`}</Text>
      )}
      <ListState
        of={loaded}
        empty={loaded.rows.length === 0 && !loaded.more}
        emptyText={
          words
            ? '您负责的村里没有找到这个人。换个写法再找，或者请县科技局登记。'
            : '您负责的村里还没有登记的人。请联系县科技局登记。'
        }
        picture="informant"
        more={loaded.more}
      >
        {loaded.rows.map((person) => (
          <CandidateRow
            key={person.personId}
            person={person}
            chosen={isChosen(person.personId)}
            free={isFree(person)}
            standing={standingUnder(person, results)}
            onPress={() => void press(person)}
          />
        ))}
      </ListState>
    </Screen>
  )
}
