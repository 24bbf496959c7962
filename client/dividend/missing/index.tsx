import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Item } from '../../../contract/dividend'
import { useIntent } from '../../cloud/call'
import { askToBeTold } from '../../cloud/subscribe'
import { useLoad } from '../../cloud/use-load'
import { Field, ListState, MainButton, Screen, Status } from '../../components'
import { confirm, done } from '../../dialog'
import { useDraft } from '../../draft'
import { goBack, useActing } from '../../go'
import { confirmationWords, itemOfYear, missable, standingOf } from '../words'
import { Choose } from './choose'

const EMPTY = { itemId: '', text: '' }

/** 钱没收到: which of the things the co-op says it gave did not arrive. */
export default function Missing() {
  const { actFor, actName } = useActing()
  const mine = useLoad('dividend.mine', {}, actFor)
  const dispute = useIntent('dividend.dispute')
  const [draft, change, clear] = useDraft(`missing:${actFor ?? ''}`, EMPTY)
  const [error, setError] = useState('')
  const items = mine.data?.contract?.years.flatMap((year) => year.items) ?? []
  const given = missable(items)
  const told = items.filter((item) => item.state === 'disputed')
  // One alone needs no choosing.
  const chosen = given.find((item) => item.id === draft.itemId) ?? (given.length === 1 ? given[0] : undefined)

  const send = () => {
    if (!chosen) return setError('先点一下，哪一样没收到。')
    // The grant would be the informant's own, and the message goes to the household.
    const asked = actFor ? Promise.resolve() : askToBeTold(['dividendConfirmed'])
    return asked.then(() => tellCooperative(chosen))
  }
  const tellCooperative = async (item: Item) => {
    const said = item.confirmation ? `合作社说：${confirmationWords(item.confirmation, Date.now())}。` : ''
    const home = actName ? `${actName}家` : '您家'
    const sure = await confirm(
      '告诉合作社没收到？',
      `${itemOfYear(item)}。${said}${home}没收到，请合作社查一查。`,
      '没收到',
      '再看看',
    )
    if (!sure) return
    await dispute({ itemId: item.id, text: draft.text.trim() }, actFor)
    clear()
    // In this order: WeChat takes a message away with the page it was shown on.
    await goBack()
    await done('已告诉合作社')
  }

  return (
    <Screen
      acting={actName}
      {...(given.length > 0
        ? {
            bar: <MainButton onPress={send}>告诉合作社没收到</MainButton>,
            barNote: '合作社会去查，查清了告诉您',
          }
        : {})}
    >
      <ListState
        of={mine}
        empty={given.length + told.length === 0}
        picture="pig"
        emptyText="合作社还没说哪一样已经给了。过了日子还没给，请问合作社或者本村信息员。"
      >
        {told.map((item) => (
          <View key={item.id} className="card">
            <View className="strong">{itemOfYear(item)}</View>
            <Status kind="waiting">{standingOf(item, Date.now()).words}</Status>
          </View>
        ))}
        {given.length > 0 && (
          <>
            <Text className="section">哪一样没收到？</Text>
            <Choose
              items={given}
              chosen={chosen?.id}
              error={chosen ? '' : error}
              onChoose={(itemId) => change({ itemId })}
            />
            <Field
              id="field-text"
              label="还想说什么（可以不写）"
              hint="例如：卡上没有，现金也没给"
              long
              max={200}
              value={draft.text}
              onChange={(text) => change({ text })}
            />
          </>
        )}
      </ListState>
    </Screen>
  )
}
