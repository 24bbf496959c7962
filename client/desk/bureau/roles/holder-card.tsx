import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Field, GhostButton, Status } from '../../../components'
import './roles.scss'
import { type Grant, grantWords, type Holder } from './words'

interface Props {
  holder: Holder
  onRevoke: (grant: Grant, reason: string) => Promise<unknown>
}

/** Somebody with what they hold; taking it away asks why, on the card itself. */
export function HolderCard({ holder: { name, place, hasWeChat, grants }, onRevoke }: Props) {
  const [ending, end] = useState<Grant>()
  const [reason, write] = useState('')
  const [error, tellReason] = useState('')
  const press = async (grant: Grant) => {
    if (reason.trim().length < 2) return tellReason('请写一下为什么，至少两个字')
    await onRevoke(grant, reason)
    end(undefined)
  }
  return (
    <Card>
      <View className="strong">{name}</View>
      <View className="quiet">{place}</View>
      {!hasWeChat && <Status kind="waiting">还没有微信，用不了</Status>}
      {grants.map((grant) => (
        <View key={grant.scope ?? ''} className="grant">
          <View className="grow">
            <View>{grantWords(grant, Date.now())}</View>
            {grant.ended && <Status kind="plain">到期了</Status>}
          </View>
          {ending !== grant && (
            <View className="link" hoverClass="pressed" onClick={() => end(grant)}>
              取消
            </View>
          )}
        </View>
      ))}
      {ending && (
        <>
          <Field
            id="field-reason"
            label={`为什么取消（${ending.scopeName}）`}
            hint="比如：换人了"
            max={100}
            value={reason}
            onChange={write}
            error={error}
          />
          <View className="two grant-end">
            <GhostButton onPress={() => end(undefined)}>不取消了</GhostButton>
            <GhostButton tone="danger" onPress={() => press(ending)}>
              取消身份
            </GhostButton>
          </View>
        </>
      )}
    </Card>
  )
}
