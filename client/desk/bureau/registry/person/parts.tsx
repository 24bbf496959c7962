import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PersonCard } from '../../../../../contract/registry'
import { Card, GhostButton, Sign, Status } from '../../../../components'
import { go } from '../../../../go'
import { Line } from '../line'
import { householdPage } from '../pages'
import { roleWords, spokenPhone } from '../words'

/** Who it is, where, and how they are reached. */
export function About({ card }: { card: PersonCard }) {
  const {
    name,
    age,
    birthYear,
    place,
    isHead,
    relation,
    phone,
    identityNumber,
    hasWeChat,
    household,
    mayChange,
  } = card
  const call = phone && !phone.includes('*') ? phone : undefined
  return (
    <Card>
      <View className="heading">{name}</View>
      <View className="quiet">{place}</View>
      <View className="person-status">
        {hasWeChat ? <Status kind="done">微信已绑定</Status> : <Status kind="waiting">还没有绑定微信</Status>}
      </View>
      <Line name="年龄">{`${age} 岁（${birthYear} 年生）`}</Line>
      {household && <Line name="与户主关系">{isHead ? '户主' : (relation ?? '没有写')}</Line>}
      <Line name="手机">{phone ? spokenPhone(phone) : '没有写'}</Line>
      <Line name="身份证">{identityNumber ?? '没有写'}</Line>
      {call && mayChange && (
        <View className="after-facts">
          <GhostButton sign="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: call })}>
            打电话
          </GhostButton>
        </View>
      )}
    </Card>
  )
}

/** What they do beside living in the village. */
export function Roles({ card: { roles } }: { card: PersonCard }) {
  if (roles.length === 0) return null
  const now = Date.now()
  return (
    <Card>
      <View className="strong">身份</View>
      {roles.map((role) => (
        <View key={`${role.role}:${role.scope}`} className="person-role">
          <Sign name="seal" />
          <Text className="grow">{roleWords(role, now)}</Text>
        </View>
      ))}
    </Card>
  )
}

export function Home({ card: { household } }: { card: PersonCard }) {
  if (!household) return null
  const { householdId, headName, address, assisted, members } = household
  return (
    <Card onPress={() => go(householdPage(householdId))}>
      <View className="grow">
        <View className="strong">{`${headName} 户，${members.length} 口人`}</View>
        {address && <View className="quiet">{address}</View>}
        <View className="quiet">{members.map(({ name }) => name).join('、')}</View>
        {assisted && <Status kind="plain">帮扶户</Status>}
      </View>
    </Card>
  )
}
