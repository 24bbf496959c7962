import { useState } from 'react'
import { useIntent } from '../../../../cloud/call'
import { MainButton, Notice, Screen } from '../../../../components'
import { confirm, done } from '../../../../dialog'
import { goBack } from '../../../../go'
import type { Place } from '../../../../place/place'
import { PlaceField } from '../../../../place/place-field'
import { HouseholdStep, StepHead, type StepProps } from '../household-step'
import { useSend } from '../use-send'

export default function Move() {
  return <HouseholdStep form={MoveForm} />
}

function MoveForm({ card, reload }: StepProps) {
  const { householdId, version, headName, members, region } = card
  const [village, setVillage] = useState<Place>()
  const [missing, setMissing] = useState('')
  const [problems, send] = useSend(['village'], reload)
  const move = useIntent('registry.moveHousehold')
  const press = async () => {
    if (!village) return setMissing('请先选搬到哪个村')
    if (village.code === region) return setMissing('就住在这个村。要搬走请选别的村')
    setMissing('')
    const what = `${headName}一家 ${members.length} 口人都改到${village.name}。`
    if (!(await confirm('搬到别的村？', what, '搬'))) return
    if (!(await send(() => move({ householdId, version, village: village.code })))) return
    await goBack()
    await done('已搬好')
  }
  return (
    <Screen bar={<MainButton onPress={press}>搬过去</MainButton>}>
      <StepHead card={card} />
      <Notice kind="plain">全家人一起改过去。已经签的代养协议照旧，还是原来的合作社。</Notice>
      <PlaceField
        label="搬到哪个村"
        asked={`move-${householdId}`}
        level="village"
        value={village}
        onChange={setVillage}
        error={missing || problems.village}
      />
    </Screen>
  )
}
