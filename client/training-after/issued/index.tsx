import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { spacedNumber } from '../../../contract/training/certificate-number'
import { usePages } from '../../cloud/use-load'
import { Card, ListState, Notice, Screen, Status } from '../../components'
import '../after.scss'
import { type Issued, Reissue, Revoke } from './revoke'

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
        {found.rows.length > 0 && (
          <Text className="quiet">
            名字写错了？点开那一张，可以作废，再重新发。作废错了，也可以点开重新发。
          </Text>
        )}
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
  const { number, name, villageName, revoked, mayReissue } = of
  const opens = !revoked || mayReissue
  return (
    <Card onPress={open || !opens ? undefined : () => onOpen(number)}>
      <View className="grow after-lines">
        <View className="strong">{`${name}　${villageName}`}</View>
        <View>{spacedNumber(number)}</View>
        {revoked && (
          <View>
            <Status kind="plain">{`已作废：${revoked.reason}`}</Status>
          </View>
        )}
        {open &&
          opens &&
          (revoked ? <Reissue of={of} onDone={onDone} /> : <Revoke of={of} onDone={onDone} />)}
      </View>
    </Card>
  )
}
