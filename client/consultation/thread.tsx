import { Text, View } from '@tarojs/components'
import type { QuestionDetail } from '../../contract/consultation'
import { sayTime } from '../../contract/time'
import { Sign, Status } from '../components'
import { Photos } from './photos'
import './thread.scss'
import { answerTime, type Entry, type Step, stepsOf } from './thread-words'

/** How far the question is, as four signs in a row. */
export function Steps({ of }: { of: QuestionDetail }) {
  return (
    <View className="steps">
      {stepsOf(of).map((step: Step) => (
        <View key={step.word} className={`step step-${step.kind}`}>
          <Sign name={step.kind} />
          <Text>{step.word}</Text>
        </View>
      ))}
    </View>
  )
}

/** The question and all that was said since: who asks at the right, the expert at the left. */
export function Thread({ question, now }: { question: QuestionDetail; now: number }) {
  const { text, photos, askedAt, person, askedBy, danger } = question
  return (
    <>
      <View className="bubble bubble-asker">
        {danger && <Status kind="urgent">急</Status>}
        {text !== '' && <View className="said">{text}</View>}
        <Photos photos={photos} />
        <View className="said-when">
          {`${person.name}，${person.villageName} · ${sayTime(askedAt, now)}`}
          {askedBy && <View>{`信息员${askedBy}代问`}</View>}
        </View>
      </View>
      {question.entries.map((entry, place) => (
        // Entries are only ever appended: the place is who it is.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Said key={place} entry={entry} question={question} place={place} now={now} />
      ))}
    </>
  )
}

interface SaidProps {
  entry: Entry
  question: QuestionDetail
  place: number
  now: number
}

function Said({ entry: { kind, by, text, at }, question, place, now }: SaidProps) {
  if (kind === 'answer') {
    const { name, title } = question.expert
    return (
      <View className="bubble bubble-expert">
        <View className="said-by">
          <Sign name="seal" />
          <Text>{by === name ? `${name} ${title}` : by}</Text>
        </View>
        <View className="said">{text}</View>
        <View className="said-when">{answerTime(question, place, now)}</View>
      </View>
    )
  }
  return (
    <View className="bubble bubble-asker">
      <Status kind={kind === 'helped' ? 'done' : 'waiting'}>{kind === 'helped' ? '管用' : '还不行'}</Status>
      {text !== '' && <View className="said">{text}</View>}
      <View className="said-when">{`${by} · ${sayTime(at, now)}`}</View>
    </View>
  )
}
