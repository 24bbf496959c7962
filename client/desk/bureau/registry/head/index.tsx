import { useState } from 'react'
import { useIntent } from '../../../../cloud/call'
import { Choice, MainButton, Screen } from '../../../../components'
import { confirm, done } from '../../../../dialog'
import { goBack } from '../../../../go'
import { HouseholdStep, StepHead, type StepProps } from '../household-step'
import { PickMembers } from '../pick-member'
import '../registry.scss'
import { useSend } from '../use-send'

const WHY = { death: '原户主去世', other: '别的原因' } as const

export default function ChangeHead() {
  return <HouseholdStep form={HeadForm} />
}

function HeadForm({ card, reload }: StepProps) {
  const { householdId, version, headName, members } = card
  const [newHead, setNewHead] = useState<string>()
  const [reason, setReason] = useState<keyof typeof WHY>()
  const [missing, setMissing] = useState<{ head?: string; reason?: string }>({})
  const [problems, send] = useSend(['newHead', 'reason'], reload)
  const change = useIntent('registry.changeHead')
  const others = members.filter(({ isHead }) => !isHead)
  const press = async () => {
    const name = others.find(({ personId }) => personId === newHead)?.name
    setMissing({
      ...(name ? {} : { head: '请点一下谁当新户主' }),
      ...(reason ? {} : { reason: '请点一下为什么换' }),
    })
    if (!name || !newHead || !reason) return
    const gone = reason === 'death' ? `${headName}会归档，他的记录都留着。` : `${headName}还在这一户。`
    const after = `${gone}家里人和新户主是什么关系，换好以后请再写一遍。`
    if (!(await confirm(`户主换成${name}？`, after, '换'))) return
    if (!(await send(() => change({ householdId, version, newHead, reason })))) return
    await goBack()
    await done('已换户主')
  }
  return (
    <Screen bar={<MainButton onPress={press}>换户主</MainButton>}>
      <StepHead card={card} />
      <Choice
        label="为什么换"
        names={WHY}
        value={reason}
        onChange={setReason}
        error={missing.reason ?? problems.reason}
      />
      <PickMembers
        label="谁当新户主"
        members={others}
        chosen={newHead ? [newHead] : []}
        onToggle={setNewHead}
        error={missing.head ?? problems.newHead}
      />
    </Screen>
  )
}
