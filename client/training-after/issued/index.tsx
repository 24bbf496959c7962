import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { spacedNumber } from '../../../contract/training/certificate-number'
import { asRefused, useIntent } from '../../cloud/call'
import { usePages } from '../../cloud/use-load'
import { Card, Check, Field, ListState, MainButton, Notice, Screen, Status } from '../../components'
import { confirm, done } from '../../dialog'
import '../after.scss'

type Issued = Output<'training.issued'>['certificates'][number]

/** The certificates of a class; one that is wrong is voided, and issued anew. `?id=` */
export default function IssuedCertificates() {
  const classId = useRouter().params.id ?? ''
  const found = usePages('training.issued', { classId }, ({ certificates }) => certificates)
  const [open, show] = useState<string>()
  return (
    <Screen wide>
      <ListState
        of={found}
        empty={found.rows.length === 0}
        emptyText={
          found.data?.due
            ? '正在发，一两分钟就好。'
            : '还没有。结课以后，上满三分之二课的人每人会有一张。科普活动不发证书。'
        }
        more={found.more}
      >
        {found.data?.due && <Notice kind="waiting">还有人的证书正在发，一两分钟就好。</Notice>}
        {found.data && found.data.needed > 1 && (
          <Text className="quiet">{`上满 ${found.data.needed} 次课的人才有。`}</Text>
        )}
        {found.rows.length > 0 && <Text className="quiet">名字写错了？点开那一张，可以作废，再重新发。</Text>}
        {found.rows.map((each) => (
          <One key={each.number} of={each} open={open === each.number} onOpen={show} onDone={found.reload} />
        ))}
      </ListState>
    </Screen>
  )
}

interface OneProps {
  of: Issued
  open: boolean
  onOpen: (number: string) => void
  onDone: () => Promise<unknown>
}

function One({ of, open, onOpen, onDone }: OneProps) {
  const { number, name, villageName, revoked } = of
  return (
    <Card onPress={open || revoked ? undefined : () => onOpen(number)}>
      <View className="grow after-lines">
        <View className="strong">{`${name}　${villageName}`}</View>
        <View>{spacedNumber(number)}</View>
        {revoked && (
          <View>
            <Status kind="plain">{`已作废：${revoked.reason}`}</Status>
          </View>
        )}
        {open && !revoked && <Revoke of={of} onDone={onDone} />}
      </View>
    </Card>
  )
}

function Revoke({ of: { number, name }, onDone }: { of: Issued; onDone: () => Promise<unknown> }) {
  const [reason, type] = useState('')
  const [again, setAgain] = useState(true)
  const [problem, setProblem] = useState<string>()
  const revoke = useIntent('training.revokeCertificate')
  const press = async () => {
    if (reason.trim().length < 2) return setProblem('请写为什么作废')
    const sure = await confirm(`作废${name}的证书？`, '作废了不能恢复，查的人会看到原因。', '作废')
    if (!sure) return
    try {
      await revoke({ number, reason, again })
    } catch (error) {
      const { code, message, fields } = asRefused(error)
      if (code === 'UNSAFE_TEXT' || fields.reason) return setProblem(fields.reason ?? message)
      throw error
    }
    await done('作废了')
    await onDone()
  }
  return (
    <View className="after-stack">
      <Field
        id="field-reason"
        label="为什么作废"
        hint="如：名字写错了"
        max={60}
        value={reason}
        onChange={type}
        error={problem}
      />
      <Check on={again} onChange={setAgain} note="先在登记簿里把名字改对">
        按现在登记的名字重新发一张
      </Check>
      <MainButton onPress={press}>作废这张证书</MainButton>
      <Text className="quiet">重新发的，本人会收到消息。</Text>
    </View>
  )
}
