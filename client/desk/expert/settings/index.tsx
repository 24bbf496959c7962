import { useState } from 'react'
import type { Output } from '../../../../contract'
import type { Me } from '../../../../contract/identity'
import { asRefused, useIntent } from '../../../cloud/call'
import { useMe } from '../../../cloud/me'
import { useLoad } from '../../../cloud/use-load'
import {
  Check,
  DateField,
  Field,
  ListState,
  MainButton,
  Notice,
  PhotoPicker,
  Pick,
  Screen,
  sentPhotos,
  usePhotos,
} from '../../../components'
import { done } from '../../../dialog'
import { useDraft } from '../../../draft'
import { goBack } from '../../../go'
import { FIELDS, maxOptions, missingOf, type Problems, type Settings, settingsOf, toldOf } from './settings'

/** What an expert says of themselves, when they are away, and how much may wait for them. */
export default function ExpertSettings() {
  const me = useMe()
  const expertId = me.data && expertOf(me.data)
  if (expertId) return <Loaded expertId={expertId} />
  return (
    <Screen>
      <ListState
        of={me}
        empty={me.data !== undefined}
        emptyText="这里是专家改自己资料的地方。您还不是专家。"
      />
    </Screen>
  )
}

const expertOf = ({ roles }: Me): string | undefined => roles.find(({ role }) => role === 'expert')?.scope

function Loaded({ expertId }: { expertId: string }) {
  const found = useLoad('expert.get', { expertId })
  // The form is begun with what there was when it came, once: what is typed is not overwritten.
  if (found.data?.settings) return <Form expert={found.data} />
  return (
    <Screen>
      <ListState of={found} />
    </Screen>
  )
}

/** Leave can be planned a year and a half ahead. */
const FAR = (): string => `${new Date().getFullYear() + 1}-12-31`

function Form({ expert }: { expert: Output<'expert.get'> }) {
  const [changes, change, clear] = useDraft<Partial<Settings>>(`expert:${expert.expertId}`, {})
  const photo = expert.settings?.photo
  const photos = usePhotos({
    photos: photo ? [{ path: expert.photoUrl ?? photo, fileID: photo }] : [],
    // Nothing to keep: an unsent photo is quickly chosen again.
    keep: () => undefined,
  })
  const [problems, setProblems] = useState<Problems>({})
  const setMine = useIntent('expert.setMine')
  const form = { ...settingsOf(expert), ...changes }
  const press = async () => {
    const fileIDs = sentPhotos(photos.photos)
    const missing = { ...missingOf(form), ...('wait' in fileIDs ? { photo: fileIDs.wait } : {}) }
    setProblems(missing)
    if ('wait' in fileIDs || Object.keys(missing).length > 0) return
    try {
      await setMine(toldOf(form, fileIDs[0]))
    } catch (error) {
      const { code, message, fields } = asRefused(error)
      if (code === 'UNSAFE_TEXT') return setProblems({ introduction: message })
      if (code === 'FILE_NOT_YOURS') return setProblems({ photo: message })
      if (code === 'INVALID_INPUT' && FIELDS.some((field) => fields[field])) return setProblems(fields)
      throw error
    }
    clear()
    await goBack()
    await done('已保存')
  }
  return (
    <Screen bar={<MainButton onPress={press}>保存</MainButton>} barNote="农户在“找专家”里看得到">
      <PhotoPicker of={photos} max={1} error={problems.photo}>
        放一张自己的照片
      </PhotoPicker>
      <Field
        id="expert-introduction"
        label="一两句话说说自己会什么"
        hint="比如：种了二十年李子，修剪、病虫害都可以问"
        long
        max={300}
        value={form.introduction}
        onChange={(introduction) => change({ introduction })}
        error={problems.introduction}
      />
      <Check on={form.taking} onChange={(taking) => change({ taking })} note="不勾，就不会有新问题派给您">
        接新问题
      </Check>
      <Pick
        id="expert-max"
        label="手上最多同时放几个问题"
        options={maxOptions(form.maxOpen)}
        value={form.maxOpen}
        onChange={(maxOpen) => change({ maxOpen })}
        error={problems.maxOpen}
      />
      <Leave form={form} onChange={change} problems={problems} />
      <Check on={form.calls} onChange={(calls) => change({ calls })} note="勾了，农户看得到这个号码">
        让农户打我的电话
      </Check>
      {form.calls && (
        <Field
          id="expert-phone"
          label="农户打的电话"
          hint="11 位手机号"
          max={20}
          value={form.phone}
          onChange={(phone) => change({ phone })}
          error={problems.phone}
        />
      )}
    </Screen>
  )
}

interface LeaveProps {
  form: Settings
  onChange: (part: Partial<Settings>) => void
  problems: Problems
}

function Leave({ form: { away, from, until }, onChange, problems }: LeaveProps) {
  return (
    <>
      <Check on={away} onChange={(on) => onChange({ away: on })}>
        要请假一段时间
      </Check>
      {away && (
        <>
          <DateField
            id="leave-from"
            label="从哪天起"
            value={from}
            onChange={(day) => onChange({ from: day })}
            until={FAR()}
            error={problems['leave.from']}
          />
          <DateField
            id="leave-until"
            label="到哪天为止（这天还在请假）"
            value={until}
            onChange={(day) => onChange({ until: day })}
            until={FAR()}
            {...(from ? { from } : {})}
            error={problems['leave.until'] ?? problems.leave}
          />
          <Notice kind="plain">请假的时候不派新问题。已经在手上的，还请回复完。</Notice>
        </>
      )}
    </>
  )
}
