import { Text, View } from '@tarojs/components'
import type { Member } from '../../../../contract/registry'
import { Sign } from '../../../components'
import { memberWords } from './words'

interface Props {
  label: string
  members: readonly Member[]
  chosen: readonly string[]
  onToggle: (personId: string) => void
  error?: string | undefined
}

/** Members of a household to tick. */
export function PickMembers({ label, members, chosen, onToggle, error }: Props) {
  return (
    <View className={`field${error ? ' field-wrong' : ''}`}>
      <Text className="field-label">{label}</Text>
      {members.map((member) => {
        const on = chosen.includes(member.personId)
        return (
          <View
            key={member.personId}
            className={`card card-row tappable member${on ? ' member-on' : ''}`}
            hoverClass="pressed"
            onClick={() => onToggle(member.personId)}
          >
            <Sign name={on ? 'chosen' : 'unchosen'} />
            <View className="grow">
              <View className="strong">{member.name}</View>
              <View className="quiet">{memberWords(member)}</View>
            </View>
          </View>
        )
      })}
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
