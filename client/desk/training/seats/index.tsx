import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useIntent } from '../../../cloud/call'
import { useLoad } from '../../../cloud/use-load'
import { ListState, MainButton, Notice, Screen } from '../../../components'
import { done } from '../../../dialog'
import { useDraft } from '../../../draft'
import { goBack } from '../../../go'
import '../desk.scss'
import { formOf, type Planned } from '../form'
import { QuotaFields } from '../quota-fields'
import { type QuotaForm, quotaProblems, quotasTold } from '../told'
import { useTold } from '../use-told'
import { fullWords, overWords } from '../words'

/** More or fewer seats. What would take somebody's seat away changes nothing and says whose. */
export default function ChangeSeats() {
  const classId = useRouter().params.id ?? ''
  const found = useLoad('training.plan', { classId })
  if (found.data) return <SeatsForm planned={found.data} reload={found.reload} />
  return (
    <Screen>
      <ListState of={found} />
    </Screen>
  )
}

const owns = (field: string) =>
  /^(seats|seatsPerVillage|seatsPerTownship|reserved|releaseAt)(\.|$)/.test(field)

function SeatsForm({ planned, reload }: { planned: Planned; reload: () => Promise<void> }) {
  const { classId, plan, counts } = planned
  const [changes, change, clear] = useDraft<Partial<QuotaForm>>(`class-seats:${classId}`, {})
  const form: QuotaForm = { ...formOf(planned), ...changes }
  const [problems, setProblems, send] = useTold(owns, reload)
  const [over, setOver] = useState<string[]>([])
  const sending = useIntent('training.changeSeats')
  const press = async () => {
    const missing = quotaProblems(form)
    setOver([])
    setProblems(missing)
    if (Object.keys(missing).length > 0) return
    const told = await send(() => sending({ classId, ...quotasTold(form) }))
    if (!told) return
    if (!told.changed) return setOver(told.over.map(overWords))
    clear()
    await goBack()
    await done('名额改好了')
  }
  return (
    <Screen wide bar={<MainButton onPress={press}>改名额</MainButton>} barNote="多出来的名额，先给排队的人">
      <View className="stack">
        <Text className="heading">{plan.title}</Text>
        <Text className="quiet">{`现在${fullWords(counts)}`}</Text>
        {over.length > 0 && (
          <Notice kind="urgent">
            {`没有改：名额比已经用了的少。${over.join('')}请把名额写多一点，或者先请他们让出来。`}
          </Notice>
        )}
      </View>
      <QuotaFields form={form} onChange={change} problems={problems} />
    </Screen>
  )
}
