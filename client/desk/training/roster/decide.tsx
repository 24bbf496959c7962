import { View } from '@tarojs/components'
import { useState } from 'react'
import { asRefused, useIntent } from '../../../cloud/call'
import { Field, GhostButton } from '../../../components'
import { done } from '../../../dialog'
import type { RosterRow } from '../words'

interface Props {
  row: RosterRow
  classId: string
  reload: () => Promise<void>
}

/** Yes, or no with a reason the person reads. */
export function Decide({ row: { personId, name }, classId, reload }: Props) {
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const decide = useIntent('training.decide')
  const approve = async () => {
    await decide({ classId, personId, approve: true })
    await reload()
    await done('已通过')
  }
  const refuse = async () => {
    if (reason.trim() === '') return setProblem('请写为什么不通过，会告诉本人')
    try {
      await decide({ classId, personId, approve: false, reason: reason.trim() })
    } catch (error) {
      const { code, message, fields } = asRefused(error)
      if (code === 'UNSAFE_TEXT') return setProblem(message)
      if (code === 'INVALID_INPUT' && fields.reason) return setProblem(fields.reason)
      throw error
    }
    await reload()
    await done('已告诉本人')
  }
  if (!refusing)
    return (
      <View className="two">
        <GhostButton sign="done" onPress={approve}>
          通过
        </GhostButton>
        <GhostButton tone="amber" onPress={() => setRefusing(true)}>
          不通过
        </GhostButton>
      </View>
    )
  return (
    <>
      <Field
        id={`refuse-${personId}`}
        label={`为什么不通过（会告诉${name}）`}
        max={100}
        value={reason}
        onChange={setReason}
        error={problem}
      />
      <View className="two">
        <GhostButton onPress={() => setRefusing(false)}>先不办</GhostButton>
        <GhostButton tone="danger" onPress={refuse}>
          告诉本人
        </GhostButton>
      </View>
    </>
  )
}
