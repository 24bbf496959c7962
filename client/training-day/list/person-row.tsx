import { View } from '@tarojs/components'
import { Card, GhostButton, MainButton, Status } from '../../components'
import type { Shown } from '../queue'
import { lineOf } from '../words'

interface Props {
  person: Shown
  onMark: (present: boolean) => Promise<unknown>
}

/** Somebody of the list: who, whence, how they stand, and what can be said about it. */
export function PersonRow({ person, onMark }: Props) {
  const { kind, words } = lineOf(person)
  const { state } = person
  return (
    <Card>
      <View className="day-row">
        <View className="grow">
          <View className="strong">{person.name}</View>
          <View className="quiet">{person.villageName}</View>
        </View>
        {state && <Status kind={kind}>{words}</Status>}
        <View className="day-two">
          {state !== 'present' && <MainButton onPress={() => onMark(true)}>到了</MainButton>}
          {(state === 'present' || state === 'toConfirm') && (
            <GhostButton tone="danger" onPress={() => onMark(false)}>
              没到
            </GhostButton>
          )}
        </View>
      </View>
    </Card>
  )
}
