import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PersonCard } from '../../../../../contract/registry'
import { asRefused, useIntent } from '../../../../cloud/call'
import { useLoad } from '../../../../cloud/use-load'
import { Check, ListState, MainButton, Notice, Screen } from '../../../../components'
import { done } from '../../../../dialog'
import { useDraft } from '../../../../draft'
import { goBack } from '../../../../go'
import type { Place } from '../../../../place/place'
import { PlaceField } from '../../../../place/place-field'
import { useTitle } from '../../../../title'
import { useSend } from '../use-send'
import { PersonFields } from './fields'
import { EMPTY, FIELDS, formOf, type PersonForm, toldOf } from './person-form'

/** `?id=` changes somebody; `?household=&of=` adds to a household, `?code=&place=` to a place. */
export default function EditPerson() {
  const { id } = useRouter().params
  return id ? <Change personId={id} /> : <Add />
}

function Change({ personId }: { personId: string }) {
  const found = useLoad('registry.person', { personId })
  return found.data ? (
    <ChangeForm card={found.data} reload={found.reload} />
  ) : (
    <Screen>
      <ListState of={found} />
    </Screen>
  )
}

function ChangeForm({ card, reload }: { card: PersonCard; reload: () => Promise<void> }) {
  const { personId, version, isHead, household } = card
  // Only what was changed is kept: where a colleague was faster, the rest shows what they wrote.
  const [changes, change, clear] = useDraft<Partial<PersonForm> & { place?: Place }>(`person:${personId}`, {})
  const [problems, send] = useSend(FIELDS, reload)
  const save = useIntent('registry.savePerson')
  const { place, ...typed } = changes
  const form = { ...formOf(card), ...typed }
  const press = async () => {
    const went = await send(() =>
      save({ personId, version, ...toldOf(form), ...(place ? { region: place.code } : {}) }),
    )
    if (!went) return
    clear()
    await goBack()
    await done('已保存')
  }
  return (
    <Screen bar={<MainButton onPress={press}>保存</MainButton>}>
      <PersonFields
        form={form}
        onChange={change}
        problems={problems}
        head={isHead}
        relation={household !== undefined}
      />
      {household ? (
        <Notice kind="plain">{`住在${card.place}，跟着${household.headName}这一户。搬家、分户、换户主，请在户里办。`}</Notice>
      ) : (
        <PlaceField
          label="在哪个村，或者哪个乡镇"
          asked={`person-${personId}`}
          level="any"
          value={place ?? { code: card.region ?? '', name: card.place }}
          onChange={(chosen) => change({ place: chosen })}
          error={problems.region}
        />
      )}
    </Screen>
  )
}

function Add() {
  const { household, of = '', code, place: placeName = '' } = useRouter().params
  useTitle('登记一个人')
  const given = code ? { code, name: decodeURIComponent(placeName) } : undefined
  const [form, change, clear] = useDraft<PersonForm>(`person:new:${household ?? ''}`, EMPTY)
  const [place, setPlace] = useState<Place | undefined>(given)
  const [namesake, setNamesake] = useState({ told: '', another: false })
  const [problems, send] = useSend(FIELDS)
  const save = useIntent('registry.savePerson')
  const press = async () => {
    const where = household ? { householdId: household } : place ? { region: place.code } : {}
    const went = await send(async () => {
      try {
        await save({ ...toldOf(form), ...where, another: namesake.another })
      } catch (error) {
        const { code: why, message } = asRefused(error)
        // Not an error but a question; it stays in sight, with the box that answers it.
        if (why === 'SAME_NAME') setNamesake({ told: message, another: false })
        throw error
      }
    })
    if (!went) return
    clear()
    await goBack()
    await done('已登记')
  }
  return (
    <Screen bar={<MainButton onPress={press}>登记</MainButton>}>
      {household && <Notice kind="news">{`添到${decodeURIComponent(of)}这一户`}</Notice>}
      {namesake.told && (
        <>
          <Notice kind="waiting">{namesake.told}</Notice>
          <Check
            on={namesake.another}
            onChange={(another) => setNamesake({ ...namesake, another })}
            note="勾上再按“登记”"
          >
            是另一个人，只是同名
          </Check>
        </>
      )}
      <PersonFields form={form} onChange={change} problems={problems} relation={household !== undefined} />
      {!household && (
        <PlaceField
          label="在哪个村，或者哪个乡镇"
          asked="person-new"
          level="any"
          value={place}
          onChange={setPlace}
          error={problems.region ?? problems.householdId}
        />
      )}
    </Screen>
  )
}
