import { Text } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OrganisationLine } from '../../../../../contract/registry'
import { useIntent } from '../../../../cloud/call'
import { useKnownMe } from '../../../../cloud/me'
import { Choice, Field, GhostButton, MainButton, Screen } from '../../../../components'
import { done, say } from '../../../../dialog'
import { useDraft } from '../../../../draft'
import { goBack } from '../../../../go'
import { useHanded } from '../../../../handed'
import type { Place } from '../../../../place/place'
import { PlaceField } from '../../../../place/place-field'
import { useTitle } from '../../../../title'
import { archivePage } from '../pages'
import { useSend } from '../use-send'
import { KIND_NAMES } from '../words'

type Form = Pick<OrganisationLine, 'name' | 'kind'> & { phone: string; place: Place }
const FIELDS = ['name', 'kind', 'region', 'phone']

/** `?id=`: the list hands over which one; without, a new one. */
export default function EditOrganisation() {
  const { id } = useRouter().params
  const [before, setBefore] = useState<OrganisationLine>()
  useHanded<OrganisationLine>('organisation-line', setBefore)
  useTitle(id ? before?.name : '登记一个单位')
  if (!id) return <OrganisationForm />
  if (before) return <OrganisationForm before={before} />
  return (
    <Screen bar={<MainButton onPress={goBack}>返回名单</MainButton>}>
      <Text>请返回名单，重新打开这个单位。</Text>
    </Screen>
  )
}

function OrganisationForm({ before }: { before?: OrganisationLine }) {
  const me = useKnownMe()
  const [changes, change, clear] = useDraft<Partial<Form>>(
    `organisation:${before?.organisationId ?? 'new'}`,
    {},
  )
  const [problems, send] = useSend(FIELDS)
  const save = useIntent('registry.saveOrganisation')
  const place = changes.place ?? (before ? { code: before.region, name: '' } : undefined)
  const county = me?.roles.find(({ role }) => role === 'bureau')
  const kind = changes.kind ?? before?.kind
  const name = changes.name ?? before?.name ?? ''
  const phone = changes.phone ?? before?.phone ?? ''
  const region = place?.code ?? county?.scope
  const press = async () => {
    if (!kind) return say('请点一下是合作社还是企业。')
    const was = before ? { organisationId: before.organisationId, version: before.version } : {}
    const told = { ...was, name, kind, region: region ?? '', ...(phone.trim() ? { phone } : {}) }
    if (!(await send(() => save(told)))) return
    clear()
    await goBack()
    await done('已保存')
  }
  return (
    <Screen bar={<MainButton onPress={press}>{before ? '保存' : '登记'}</MainButton>}>
      <Field
        id="organisation-name"
        label="全称"
        hint="营业执照上的名字"
        max={40}
        value={name}
        onChange={(typed) => change({ name: typed })}
        error={problems.name}
      />
      <Choice
        label="是什么"
        names={KIND_NAMES}
        value={kind}
        onChange={(chosen) => change({ kind: chosen })}
        error={problems.kind}
      />
      <PlaceField
        label="在哪里"
        asked="organisation-place"
        level="any"
        value={place?.name ? place : undefined}
        hint={before ? '和原来一样，点这里改' : `${county?.scopeName ?? '全县'}，点这里选乡镇或村`}
        onChange={(chosen) => change({ place: chosen })}
        error={problems.region}
      />
      <Field
        id="organisation-phone"
        label="电话（可以空着）"
        hint="手机，或者连区号的座机"
        max={20}
        value={phone}
        onChange={(typed) => change({ phone: typed })}
        error={problems.phone}
      />
      {before && (
        <GhostButton
          tone="danger"
          onPress={() =>
            Taro.redirectTo({
              url: archivePage('organisation', before.organisationId, before.name, before.version),
            })
          }
        >
          归档
        </GhostButton>
      )}
    </Screen>
  )
}
