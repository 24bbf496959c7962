import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { asRefused, useIntent } from '../../cloud/call'
import { Check, Field, MainButton } from '../../components'
import { confirm, done } from '../../dialog'
import '../after.scss'

export type Issued = Output<'training.issued'>['certificates'][number]

interface Props {
  of: Issued
  onDone: () => Promise<unknown>
}

/** Makes it void; with another in its place, unless the bureau says otherwise. */
export function Revoke({ of: { number, name }, onDone }: Props) {
  const [again, setAgain] = useState(true)
  const ask = () => confirm(`作废${name}的证书？`, '作废了，查的人会看到原因，本人会收到消息。', '作废')
  const { field, press } = useRevoke('为什么作废', '如：名字写错了', number, again, ask, async () => {
    await done('作废了')
    await onDone()
  })
  return (
    <View className="after-stack">
      {field}
      <Check on={again} onChange={setAgain} note="先在登记簿里把名字改对">
        按现在登记的名字重新发一张
      </Check>
      <MainButton onPress={press}>作废这张证书</MainButton>
      <Text className="quiet">作废和重新发，本人都会收到消息。</Text>
    </View>
  )
}

/** Another in place of one that was voided for good: this one stays void. */
export function Reissue({ of: { number, name }, onDone }: Props) {
  const ask = () => confirm(`给${name}重新发一张？`, '按现在登记的名字发。作废的那张还是作废的。', '重新发')
  const { field, press } = useRevoke('为什么重新发', '如：查清了，来过', number, true, ask, async () => {
    await done('一两分钟就发好')
    await onDone()
  })
  return (
    <View className="after-stack">
      {field}
      <MainButton onPress={press}>重新发一张</MainButton>
    </View>
  )
}

/** A reason and the call both need; what is wrong with the reason is said at its field. */
function useRevoke(
  label: string,
  hint: string,
  number: string,
  again: boolean,
  ask: () => Promise<boolean>,
  after: () => Promise<void>,
) {
  const [reason, type] = useState('')
  const [problem, setProblem] = useState<string>()
  const revoke = useIntent('training.revokeCertificate')
  const press = async () => {
    if (reason.trim().length < 2) return setProblem(`请写${label}`)
    if (!(await ask())) return
    try {
      await revoke({ number, reason, again })
    } catch (error) {
      const { code, message, fields } = asRefused(error)
      if (code === 'UNSAFE_TEXT' || fields.reason) return setProblem(fields.reason ?? message)
      throw error
    }
    await after()
  }
  const field = (
    <Field
      id="field-reason"
      label={label}
      hint={hint}
      max={60}
      value={reason}
      onChange={type}
      error={problem}
    />
  )
  return { field, press }
}
