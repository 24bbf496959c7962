import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '../../../../../contract'
import { useIntent } from '../../../../cloud/call'
import { useLoad } from '../../../../cloud/use-load'
import { Check, Field, ListState, MainButton, Pick, Screen } from '../../../../components'
import { done } from '../../../../dialog'
import { useDraft } from '../../../../draft'
import { goBack } from '../../../../go'
import { SUBJECT_NAMES, SUBJECTS, TOPIC_NAMES } from '../../../../words'
import '../registry.scss'
import { PickSome } from '../../../pick-some'
import { useSend } from '../use-send'
import { EMPTY, type ExpertForm, FIELDS, formOf, MAX_OPTIONS, toldOf } from './expert-form'
import { Townships } from './townships'

/** What the bureau says of an expert. `?id=` changes one; `?person=&name=` makes somebody one. */
export default function EditExpert() {
  const { id, person = '', name = '' } = useRouter().params
  if (id) return <Change expertId={id} />
  return <Form who={{ personId: person }} name={decodeURIComponent(name)} begun={EMPTY} />
}

function Change({ expertId }: { expertId: string }) {
  const found = useLoad('expert.get', { expertId })
  const { data, reload } = found
  if (!data?.settings)
    return (
      <Screen>
        <ListState of={found} empty={data !== undefined} emptyText="这位专家不归您这里管。" />
      </Screen>
    )
  const { personId, version } = data.settings
  return (
    <Form
      who={{ personId, expertId, version }}
      name={data.name}
      begun={formOf(data as Required<Output<'expert.get'>>)}
      reload={reload}
    />
  )
}

interface Props {
  who: { personId: string; expertId?: string; version?: number }
  name: string
  /** What the form shows where nothing was typed. */
  begun: ExpertForm
  reload?: () => Promise<void>
}

function Form({ who, name, begun, reload }: Props) {
  const [changes, change, clear] = useDraft<Partial<ExpertForm>>(`expert-of:${who.personId}`, {})
  const [problems, send] = useSend(FIELDS, reload)
  const save = useIntent('expert.save')
  const form = { ...begun, ...changes }
  const press = async () => {
    if (!(await send(() => save({ ...who, ...toldOf(form) })))) return
    clear()
    await goBack()
    await done('已保存')
  }
  return (
    <Screen bar={<MainButton onPress={press}>{who.expertId ? '保存' : '设为专家'}</MainButton>}>
      <Text className="heading">{name}</Text>
      <Field
        id="expert-title"
        label="职称"
        hint="比如：农艺师"
        max={20}
        value={form.title}
        onChange={(title) => change({ title })}
        error={problems.title}
      />
      <PickSome
        label="行业（可以选几个）"
        names={TOPIC_NAMES}
        keys={['fruit', 'vegetable', 'herb', 'livestock', 'other']}
        chosen={form.fields}
        onChange={(fields) => change({ fields })}
        error={problems.fields}
      />
      <PickSome
        label="会看什么（可以选几个）"
        names={SUBJECT_NAMES}
        keys={SUBJECTS}
        chosen={form.crops}
        onChange={(crops) => change({ crops })}
        error={problems.crops}
      />
      <Townships
        chosen={form.townships}
        onChange={(townships) => change({ townships })}
        error={problems.townships}
      />
      <Pick
        id="expert-max"
        label="手上最多同时放几个问题"
        options={MAX_OPTIONS(form.maxOpen)}
        value={String(form.maxOpen)}
        onChange={(count) => change({ maxOpen: Number(count) })}
        error={problems.maxOpen}
      />
      <Check on={form.taking} onChange={(taking) => change({ taking })}>
        接新问题
      </Check>
    </Screen>
  )
}
