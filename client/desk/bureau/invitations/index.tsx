import { MainButton, Screen } from '../../../components'
import { go } from '../../../go'
import { Invitations } from '../../../invitation/list'

/** The codes of the bureau's region, and the way to more. */
export default function BureauInvitations() {
  return (
    <Screen
      wide
      bar={
        <MainButton sign="add" onPress={() => go('/desk/bureau/invite/index')}>
          发邀请码
        </MainButton>
      }
    >
      <Invitations />
    </Screen>
  )
}
