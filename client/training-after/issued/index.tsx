import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { spacedNumber } from '../../../contract/training/certificate-number'
import { asRefused, useIntent } from '../../cloud/call'
import { usePages } from '../../cloud/use-load'
import {
  Card,
  Check,
  Field,
  GhostButton,
  ListState,
  MainButton,
  Notice,
  Screen,
  Status,
} from '../../components'
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
            : '还没有。结课以后，来上课的人每人会有一张。科普活动不发证书。'
        }
        more={found.more}
      >
        {found.data?.due && <Notice kind="waiting">还有人的证书正在发，一两分钟就好。</Notice>}
        {found.rows.map((each) => (
          <Card key={each.number}>
            <View className="row">
              <View className="grow">
                <View className="strong">{each.name}</View>
                <View className="quiet">{each.villageName}</View>
              </View>
              {each.revoked && <Status kind="plain">已作废</Status>}
            </View>
            <View className="number">{spacedNumber(each.number)}</View>
            {each.revoked ? (
              <View className="quiet">{`原因：${each.revoked.reason}`}</View>
            ) : open === each.number ? (
              <Revoke of={each} onDone={found.reload} />
            ) : (
              <GhostButton tone="danger" onPress={() => show(each.number)}>
                写错了，作废
              </GhostButton>
            )}
          </Card>
        ))}
      </ListState>
    </Screen>
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
    <>
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
      <Text className="quiet">本人会收到新证书的消息。</Text>
    </>
  )
}
