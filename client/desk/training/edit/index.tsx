import { useRouter } from '@tarojs/taro'
import { useMe } from '../../../cloud/me'
import { useLoad } from '../../../cloud/use-load'
import { ListState, Notice, Screen } from '../../../components'
import { begunBy } from '../begun'
import { formOf } from '../form'
import { STEPS, type Step } from '../steps'
import '../desk.scss'
import { PlanningForm } from './form'

/** `?id=` changes a class, at `&step=`; without it a new one is made. */
export default function EditClass() {
  const { id, step } = useRouter().params
  const at = STEPS.find((each) => each === step)
  return id ? <Change classId={id} at={at ?? 'check'} /> : <Make at={at ?? 'basic'} />
}

function Make({ at }: { at: Step }) {
  const me = useMe()
  if (!me.data)
    return (
      <Screen>
        <ListState of={me} />
      </Screen>
    )
  return <PlanningForm begun={begunBy(me.data)} at={at} />
}

function Change({ classId, at }: { classId: string; at: Step }) {
  const found = useLoad('training.plan', { classId })
  const { data, reload } = found
  const over = data?.phase === 'cancelled' || data?.phase === 'finished'
  if (!data || over)
    return (
      <Screen>
        <ListState of={found}>
          {over && <Notice kind="plain">这个班已经结束，不能再改。要办就照着再办一个。</Notice>}
        </ListState>
      </Screen>
    )
  return <PlanningForm planned={data} begun={formOf(data)} reload={reload} at={at} />
}
