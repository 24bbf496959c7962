import { Text } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { HouseholdCard } from '../../../../../contract/registry'
import { useIntent } from '../../../../cloud/call'
import { useLoad } from '../../../../cloud/use-load'
import { ListState, MainButton, Screen } from '../../../../components'
import { done } from '../../../../dialog'
import { useDraft } from '../../../../draft'
import { goBack } from '../../../../go'
import type { Place } from '../../../../place/place'
import { PlaceField } from '../../../../place/place-field'
import { useTitle } from '../../../../title'
import { PersonFields } from '../edit-person/fields'
import { EMPTY as NOBODY, type PersonForm } from '../edit-person/person-form'
import { householdPage } from '../pages'
import { useSend } from '../use-send'
import { HouseholdFields, type HouseholdForm } from './fields'
import { EMPTY, FIELDS, formOf, headOf, problemsOfHead, toldOf } from './household-form'

/** `?id=` changes a household; `?code=&place=` adds one there. */
export default function EditHousehold() {
  const { id } = useRouter().params
  return id ? <Change householdId={id} /> : <Add />
}

function Change({ householdId }: { householdId: string }) {
  const found = useLoad('registry.household', { householdId })
  return found.data ? (
    <ChangeForm card={found.data} reload={found.reload} />
  ) : (
    <Screen>
      <ListState of={found} />
    </Screen>
  )
}

function ChangeForm({ card, reload }: { card: HouseholdCard; reload: () => Promise<void> }) {
  const { householdId, version, headName, villageName } = card
  const [changes, change, clear] = useDraft<Partial<HouseholdForm>>(`household:${householdId}`, {})
  const [problems, send] = useSend(FIELDS, reload)
  const save = useIntent('registry.saveHousehold')
  const form = { ...formOf(card), ...changes }
  const press = async () => {
    if (!(await send(() => save({ householdId, version, ...toldOf(form) })))) return
    clear()
    await goBack()
    await done('已保存')
  }
  return (
    <Screen bar={<MainButton onPress={press}>保存</MainButton>}>
      <Text className="heading">{`${headName} 户，${villageName}`}</Text>
      <HouseholdFields form={form} onChange={change} problems={problems} asked={`cadre-${householdId}`} />
    </Screen>
  )
}

function Add() {
  const { code, place: placeName = '' } = useRouter().params
  useTitle('登记一户')
  const given = code?.length === 12 ? { code, name: decodeURIComponent(placeName) } : undefined
  const [village, setVillage] = useState<Place | undefined>(given)
  const [head, changeHead, clearHead] = useDraft<PersonForm>('household:new:head', NOBODY)
  const [form, change, clear] = useDraft<HouseholdForm>('household:new', EMPTY)
  const [problems, send] = useSend(FIELDS)
  const save = useIntent('registry.saveHousehold')
  const press = async () => {
    const went = await send(async () => {
      const { householdId } = await save({
        village: village?.code ?? '',
        head: headOf(head),
        ...toldOf(form),
      })
      clear()
      clearHead()
      // The next thing is to add the others.
      await Taro.redirectTo({ url: householdPage(householdId) })
    })
    if (went) await done('已登记')
  }
  return (
    <Screen bar={<MainButton onPress={press}>登记</MainButton>} barNote="登记好户主，再添家里别的人">
      <PlaceField
        label="在哪个村"
        asked="household-new"
        level="village"
        value={village}
        onChange={setVillage}
        error={problems.village && '请选一下在哪个村'}
      />
      <Text className="heading">户主</Text>
      <PersonFields form={head} onChange={changeHead} problems={problemsOfHead(problems)} relation={false} />
      <Text className="heading">这一户</Text>
      <HouseholdFields form={form} onChange={change} problems={problems} asked="cadre-new" />
    </Screen>
  )
}
