import type { Me } from '../../contract/identity'
import type { ClassDetail } from '../../contract/training'
import { GhostButton } from '../components'
import { go } from '../go'
import { has } from '../roles'

interface Props {
  training: ClassDetail
  me: Me | undefined
  query: string
}

/** What follows a class, for who was there; what of it goes onto paper, for who holds it. */
export function AfterLinks({ training: { id, standing, phase }, me, query }: Props) {
  const holds = query === '' && has(me, 'bureau', 'expert')
  const comes = phase !== 'cancelled' && phase !== 'finished' && phase !== 'postponed'
  return (
    <>
      {standing === 'attended' && (
        <GhostButton sign="seal" onPress={() => go(`/training-after/class/index?id=${id}${query}`)}>
          课后：证书、评价、问老师
        </GhostButton>
      )}
      {query === '' && has(me, 'informant') && !holds && comes && (
        <GhostButton sign="news" onPress={() => go(`/training-after/poster/index?id=${id}`)}>
          通知海报，贴在村里
        </GhostButton>
      )}
      {holds && (
        <GhostButton sign="news" onPress={() => go(`/training-after/paper/index?id=${id}`)}>
          签到表、花名册、通知海报
        </GhostButton>
      )}
    </>
  )
}
