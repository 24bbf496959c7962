import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PersonCard } from '../../../../../contract/registry'
import { useIntent } from '../../../../cloud/call'
import { useLoad } from '../../../../cloud/use-load'
import { Field, GhostButton, ListState, MainButton, Notice, Screen } from '../../../../components'
import { confirm, done } from '../../../../dialog'
import { go } from '../../../../go'
import { useHanded } from '../../../../handed'
import { type ChosenPerson, choosePage, personPage } from '../pages'
import '../registry.scss'
import { useSend } from '../use-send'
import { compare, fuller } from './compare'
import { SideBySide } from './side-by-side'

/** Two entries that are one person: the other is chosen, both are shown, one stays. */
export default function Merge() {
  const personId = useRouter().params.id ?? ''
  const one = useLoad('registry.person', { personId })
  const [other, setOther] = useState<ChosenPerson>()
  useHanded<ChosenPerson>('merge', setOther)
  const choose = () => {
    const { name = '', region = '' } = one.data ?? {}
    return go(choosePage('merge', `${name}登重了，选另一个`, { not: personId, near: region }))
  }
  if (!one.data)
    return (
      <Screen>
        <ListState of={one} />
      </Screen>
    )
  if (!other)
    return (
      <Screen bar={<MainButton onPress={choose}>选另一个</MainButton>}>
        <Text className="heading">{one.data.name}</Text>
        <Text className="quiet">{one.data.place}</Text>
        <Notice kind="plain">
          一个人登了两次，就在这里合并。先选另一个，再看看两边写的，留一个。报的名、问的问题、微信都归到留下的那个。
        </Notice>
      </Screen>
    )
  return <Both key={other.personId} one={one.data} otherId={other.personId} onChoose={choose} />
}

function Both({
  one,
  otherId,
  onChoose,
}: {
  one: PersonCard
  otherId: string
  onChoose: () => Promise<unknown>
}) {
  const found = useLoad('registry.person', { personId: otherId })
  if (found.data) return <Choose one={one} other={found.data} onChoose={onChoose} />
  return (
    <Screen>
      <ListState of={found} />
    </Screen>
  )
}

const REASON = '登了两次'

function Choose({
  one,
  other,
  onChoose,
}: {
  one: PersonCard
  other: PersonCard
  onChoose: () => Promise<unknown>
}) {
  const [stays, setStays] = useState(() => fuller(one, other))
  const [reason, setReason] = useState(REASON)
  const [problems, send] = useSend(['reason', 'drop'])
  const merge = useIntent('registry.mergePeople')
  const [keep, drop] = stays === 'one' ? [one, other] : [other, one]
  const press = async () => {
    const what = `留下${keep.name}（${keep.age} 岁），并掉${drop.name}（${drop.age} 岁）。并好以后不能拆开。`
    if (!(await confirm('确定是同一个人？', what, '合并'))) return
    const went = await send(async () => {
      await merge({ keep: keep.personId, drop: drop.personId, reason: reason.trim() })
      await Taro.redirectTo({ url: personPage(keep.personId) })
    })
    if (went) await done('已合并')
  }
  return (
    <Screen
      bar={<MainButton onPress={press}>{`合并，留下${stays === 'one' ? '左边' : '右边'}的`}</MainButton>}
      barNote="并掉的那个会归档，记录都找得到"
    >
      <Text className="heading">是同一个人吗？</Text>
      <SideBySide lines={compare(one, other, Date.now())} stays={stays} onStays={setStays} />
      {problems.drop && <Text className="field-error">{problems.drop}</Text>}
      <Field
        id="merge-reason"
        label="为什么合并"
        max={100}
        value={reason}
        onChange={setReason}
        error={problems.reason}
      />
      <View className="two">
        <GhostButton onPress={onChoose}>不是，换一个</GhostButton>
      </View>
    </Screen>
  )
}
