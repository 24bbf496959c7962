import { useState } from 'react'
import { useIntent } from '../../../cloud/call'
import { usePages } from '../../../cloud/use-load'
import { ListState, MainButton, Pick, Screen } from '../../../components'
import { confirm, done } from '../../../dialog'
import { go } from '../../../go'
import { ROLE_NAMES } from '../../../words'
import { HolderCard } from './holder-card'
import { GIVEN, type Given, type Grant, type Holder } from './words'

/** Who holds which role in my region. */
export default function Roles() {
  const [role, show] = useState<Given>('informant')
  const list = usePages('identity.roles', { role }, ({ holders }) => holders)
  const revoke = useIntent('identity.revokeRole')
  const takeAway = async ({ personId, name }: Holder, grant: Grant, reason: string) => {
    const sure = await confirm(
      `取消${name}的${ROLE_NAMES[role]}？`,
      `${grant.scopeName}。他下一次点的时候就没有这个身份了。`,
      '取消身份',
    )
    if (!sure) return
    await revoke({ personId, role, ...(grant.scope ? { over: grant.scope } : {}), reason })
    await done('取消了')
    await list.reload()
  }
  return (
    <Screen
      wide
      bar={
        <MainButton sign="add" onPress={() => go(`/desk/bureau/grant/index?role=${role}`)}>
          给一个人身份
        </MainButton>
      }
    >
      <Pick
        label="看哪种身份"
        options={GIVEN.map((key) => ({ key, name: ROLE_NAMES[key] }))}
        value={role}
        onChange={show}
        id="pick-role"
      />
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText={`还没有${ROLE_NAMES[role]}。给了身份的人会列在这里。`}
        picture="bureau"
        more={list.more}
      >
        {list.rows.map((holder) => (
          <HolderCard
            key={holder.personId}
            holder={holder}
            onRevoke={(grant, reason) => takeAway(holder, grant, reason)}
          />
        ))}
      </ListState>
    </Screen>
  )
}
