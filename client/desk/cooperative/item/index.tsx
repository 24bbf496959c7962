import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../../contract'
import { sayTime } from '../../../../contract/time'
import { useIntent } from '../../../cloud/call'
import { useLoad } from '../../../cloud/use-load'
import { Card, Field, GhostButton, ListState, MainButton, Notice, Screen, Status } from '../../../components'
import { confirm, done } from '../../../dialog'
import { Receipts } from '../../../dividend/receipts'
import { confirmationWords, itemOfYear } from '../../../dividend/words'
import { useDraft } from '../../../draft'
import { go, goBack } from '../../../go'
import { keepChosen } from '../chosen'
import '../desk.scss'
import { deskStandingOf } from '../words'
import { Ledger } from './ledger'

type Found = Output<'dividend.get'>

/** One item: what proves it, what the household says, everything that happened; taking it back. */
export default function ItemPage() {
  const itemId = decodeURIComponent(useRouter().params.id ?? '')
  const found = useLoad('dividend.get', { itemId })
  const reverse = useIntent('dividend.reverse')
  const [draft, change, clear] = useDraft(`reverse:${itemId}`, { reason: '' })
  const [error, setError] = useState('')
  const { data } = found

  const takeBack = async ({ item, headName }: Found) => {
    const reason = draft.reason.trim()
    if (reason.length < 4) return setError('请写清楚为什么冲正，至少 4 个字')
    setError('')
    const sure = await confirm(
      '冲正，改回没付？',
      `${headName}，${itemOfYear(item)}。会记一笔冲正，写明“${reason}”，并告诉农户。原来的记录都留着。`,
      '冲正',
      '不冲了',
    )
    if (!sure) return
    await reverse({ itemId, reason })
    clear()
    // In this order: WeChat takes a message away with the page it was shown on.
    await goBack()
    await done('已冲正')
  }
  const confirmThis = ({ item, contractId, headName, villageName }: Found) => {
    const { id, kind, year, dueOn, amountFen } = item
    keepChosen([{ id, kind, year, dueOn, amountFen, contractId, headName, villageName }])
    return go('/desk/cooperative/confirm/index')
  }

  const bar = !data?.mayConfirm ? undefined : data.item.state === 'due' ? (
    <MainButton onPress={() => confirmThis(data)}>填凭据，去确认</MainButton>
  ) : (
    <GhostButton tone="danger" onPress={() => takeBack(data)}>
      冲正，改回没付
    </GhostButton>
  )
  return (
    <Screen
      {...(bar
        ? { bar, ...(data?.item.state === 'due' ? {} : { barNote: '写错了才用。记录都留着，农户会知道' }) }
        : {})}
    >
      <ListState of={found}>
        {data && (
          <>
            <About found={data} />
            <Ledger lines={data.ledger} />
            {data.mayConfirm && data.item.state !== 'due' && (
              <Field
                id="field-reason"
                label="为什么冲正"
                hint="例如：卡号写错，付给了另一户"
                long
                max={200}
                value={draft.reason}
                error={error}
                onChange={(reason) => change({ reason })}
              />
            )}
          </>
        )}
      </ListState>
    </Screen>
  )
}

function About({ found: { item, headName, villageName, cooperativeName } }: { found: Found }) {
  const now = Date.now()
  const { kind, words } = deskStandingOf(item, now)
  const { confirmation, dispute } = item
  return (
    <>
      <Card>
        <View className="heading">{headName}</View>
        <View className="quiet">{`${villageName}，${cooperativeName}`}</View>
        <View className="strong">{`${itemOfYear(item)}，合同第 ${item.year} 年`}</View>
        <Status kind={kind}>{words}</Status>
        {confirmation && (
          <>
            <View>{confirmationWords(confirmation, now)}</View>
            <Receipts {...confirmation} />
          </>
        )}
      </Card>
      {dispute && (
        <Notice kind="urgent">
          {`${sayTime(dispute.at, now)}，农户说没收到${dispute.text ? `：${dispute.text}` : '。'}`}
        </Notice>
      )}
    </>
  )
}
