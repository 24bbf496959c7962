import { View } from '@tarojs/components'
import type { ClassDetail } from '../../../../contract/training'
import { Sign, Status } from '../../../components'

type Candidate = NonNullable<ClassDetail['candidates']>[number]

interface Props {
  person: Candidate
  chosen: boolean
  /** Why the last try did not work for them. */
  refusal: string | undefined
  onToggle: () => void
}

/** Somebody one can choose; who is enrolled already is shown, and cannot be chosen. */
export function CandidateRow({
  person: { name, age, hasWeChat, enrolled },
  chosen,
  refusal,
  onToggle,
}: Props) {
  return (
    <View
      className={`card card-row candidate${chosen ? ' candidate-chosen' : ''}`}
      {...(enrolled ? {} : { hoverClass: 'pressed', onClick: onToggle })}
    >
      <View className={`candidate-box${enrolled ? ' candidate-in' : ''}`}>
        <Sign name={enrolled ? 'done' : chosen ? 'chosen' : 'unchosen'} />
      </View>
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="quiet">{`${age} 岁${hasWeChat ? '' : ' · 没有微信'}`}</View>
        {enrolled && <Status kind="done">已报过</Status>}
        {refusal && !enrolled && <Status kind="waiting">{refusal}</Status>}
      </View>
    </View>
  )
}
