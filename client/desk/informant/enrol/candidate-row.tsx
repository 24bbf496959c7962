import { View } from '@tarojs/components'
import type { ClassDetail } from '../../../../contract/training'
import { Sign, Status } from '../../../components'
import type { Standing } from '../../../training/standing'

type Candidate = NonNullable<ClassDetail['candidates']>[number]

interface Props {
  person: Candidate
  chosen: boolean
  /** Whether they can be chosen; of who cannot, the row opens the class for them. */
  free: boolean
  standing: Standing | undefined
  onPress: () => void
}

/** Somebody one can choose; who has a seat or a place in line already is shown with it, and leads to their page. */
export function CandidateRow({ person: { name, age, hasWeChat }, chosen, free, standing, onPress }: Props) {
  return (
    <View
      className={`card card-row candidate${chosen ? ' candidate-chosen' : ''}`}
      hoverClass="pressed"
      onClick={onPress}
    >
      <View className={`candidate-box${free ? '' : ' candidate-in'}`}>
        <Sign name={free ? (chosen ? 'chosen' : 'unchosen') : 'done'} />
      </View>
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="quiet">{`${age} 岁${hasWeChat ? '' : ' · 没有微信'}`}</View>
        {standing && <Status kind={standing.kind}>{standing.words}</Status>}
      </View>
      {!free && <Sign name="next" />}
    </View>
  )
}
