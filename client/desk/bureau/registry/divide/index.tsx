import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useIntent } from '../../../../cloud/call'
import { Field, MainButton, Notice, Screen } from '../../../../components'
import { confirm, done } from '../../../../dialog'
import { HouseholdStep, StepHead, type StepProps } from '../household-step'
import { householdPage } from '../pages'
import { PickMembers } from '../pick-member'
import '../registry.scss'
import { useSend } from '../use-send'

export default function Divide() {
  return <HouseholdStep form={DivideForm} />
}

function DivideForm({ card, reload }: StepProps) {
  const { householdId, version, members } = card
  const [going, setGoing] = useState<string[]>([])
  const [chosenHead, setHead] = useState<string>()
  const [address, setAddress] = useState('')
  const [missing, setMissing] = useState<{ members?: string; head?: string }>({})
  const [problems, send] = useSend(['members', 'newHead', 'address'], reload)
  const divide = useIntent('registry.divideHousehold')
  const others = members.filter(({ isHead }) => !isHead)
  const leaving = others.filter(({ personId }) => going.includes(personId))
  // Who goes alone is the head of their own household.
  const newHead = leaving.length === 1 ? leaving[0]?.personId : chosenHead
  const toggle = (personId: string) =>
    setGoing((all) => (all.includes(personId) ? all.filter((each) => each !== personId) : [...all, personId]))
  const press = async () => {
    const head = leaving.find(({ personId }) => personId === newHead)
    setMissing({
      ...(leaving.length > 0 ? {} : { members: '请点一下谁分出去' }),
      ...(head || leaving.length === 0 ? {} : { head: '请点一下谁当新户的户主' }),
    })
    if (!head) return
    const who = leaving.map(({ name }) => name).join('、')
    if (!(await confirm('分成两户？', `${who}分出去，${head.name}当户主。代养协议还在原来的户。`, '分户')))
      return
    const went = await send(async () => {
      const divided = await divide({
        householdId,
        version,
        members: leaving.map(({ personId }) => personId),
        newHead: head.personId,
        ...(address.trim() ? { address } : {}),
      })
      await Taro.redirectTo({ url: householdPage(divided.householdId) })
    })
    if (went) await done('已分户')
  }
  return (
    <Screen bar={<MainButton onPress={press}>分户</MainButton>} barNote="分好以后，会打开新的这一户">
      <StepHead card={card} />
      <Notice kind="plain">户主留在原来的户。要户主分出去，先换户主。</Notice>
      <PickMembers
        label="谁分出去（可以点好几个）"
        members={others}
        chosen={going}
        onToggle={toggle}
        error={missing.members ?? problems.members}
      />
      {leaving.length > 1 && (
        <PickMembers
          label="谁当新户的户主"
          members={leaving}
          chosen={newHead ? [newHead] : []}
          onToggle={setHead}
          error={missing.head ?? problems.newHead}
        />
      )}
      <Field
        id="divide-address"
        label="新户的住址（几组几号，可以空着）"
        max={40}
        value={address}
        onChange={setAddress}
        error={problems.address}
      />
    </Screen>
  )
}
