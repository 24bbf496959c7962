import { View } from '@tarojs/components'
import type { HouseholdLine, Member, PersonLine } from '../../../../contract/registry'
import { Card, Status } from '../../../components'
import { householdWords, memberWords, personWords } from './words'

/** Somebody of a list, with what tells them from others of their name. */
export function PersonRow({ person, onPress }: { person: PersonLine; onPress: () => unknown }) {
  const { who, reach } = personWords(person)
  return (
    <Card onPress={onPress}>
      <View className="grow">
        <View className="strong">{person.name}</View>
        <View className="quiet">{who}</View>
        <View className="quiet">{reach}</View>
        {person.archived && <Status kind="plain">已归档</Status>}
      </View>
    </Card>
  )
}

export function HouseholdRow({ household, onPress }: { household: HouseholdLine; onPress: () => unknown }) {
  return (
    <Card onPress={onPress}>
      <View className="grow">
        <View className="strong">{`${household.headName} 户`}</View>
        <View className="quiet">{householdWords(household)}</View>
        {household.assisted && <Status kind="plain">帮扶户</Status>}
        {household.archived && <Status kind="plain">已归档</Status>}
      </View>
    </Card>
  )
}

export function MemberRow({ member, onPress }: { member: Member; onPress: () => unknown }) {
  return (
    <Card onPress={onPress}>
      <View className="grow">
        <View className="strong">{member.name}</View>
        <View className="quiet">{memberWords(member)}</View>
      </View>
    </Card>
  )
}
