import type { Me } from '../../../contract/identity'
import type { ClassDetail } from '../../../contract/training'
import { GhostButton, MainButton } from '../../components'
import { go } from '../../go'
import { has } from '../../roles'
import { type Act, mayCancel, mayDecline } from './may'
import type { useClass } from './use-class'

interface Props {
  training: ClassDetail
  act: Act | undefined
  me: Me | undefined
  /** Of the person acted for; undefined: for oneself. */
  name: string | undefined
  query: string
  does: ReturnType<typeof useClass>
}

/** What one can do about a class: the one thing to do now, and the way out of what one has. */
export function ClassBar({ training, act, me, name, query, does }: Props) {
  const { mine, phase, state, line } = training
  const leaving = mayCancel(training, Date.now())
  // An informant's people may come from villages with seats where the informant's own has none.
  const bulk = has(me, 'informant') && !name && phase === 'open' && (state !== 'full' || line)
  return (
    <>
      {act === 'claim' && <MainButton onPress={does.claim}>{name ? `${name}要去` : '我要去'}</MainButton>}
      {mayDecline(training, act) && <GhostButton onPress={does.decline}>让给别人</GhostButton>}
      {act === 'confirm' && (
        <MainButton onPress={does.confirmAgain}>{name ? `${name}还来` : '我还来'}</MainButton>
      )}
      {act === 'enrol' && (
        <MainButton onPress={() => does.enrol(false)}>{name ? `给${name}报名` : '报名'}</MainButton>
      )}
      {act === 'wait' && (
        <MainButton onPress={() => does.enrol(true)}>{name ? `替${name}排队` : '排队等名额'}</MainButton>
      )}
      {leaving && (
        <GhostButton tone="danger" onPress={() => does.cancel('不去了？选了原因就取消，名额让给别人')}>
          {act === 'confirm' ? '来不了了' : name ? `${name}去不了，取消报名` : '去不了，取消报名'}
        </GhostButton>
      )}
      {mine?.state === 'waiting' && (
        <GhostButton tone="danger" onPress={() => does.cancel('不排了？选了原因就退出排队')}>
          {name ? `${name}不排了` : '不排了'}
        </GhostButton>
      )}
      {bulk && (
        <GhostButton sign="people" onPress={() => go(`/desk/informant/enrol/index?id=${training.id}`)}>
          给村里人报名
        </GhostButton>
      )}
      {act === 'look' && (
        <GhostButton onPress={() => go(`/training/classes/index?tab=open${query}`)}>看看别的班</GhostButton>
      )}
    </>
  )
}
