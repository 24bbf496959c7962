import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { dayOf } from '../../../../contract/time'
import { useIntent } from '../../../cloud/call'
import { useKnownMe } from '../../../cloud/me'
import { Card, Check, Choice, DateField, MainButton, Notice, Screen } from '../../../components'
import { done } from '../../../dialog'
import { goBack } from '../../../go'
import { type Problems, problemsOf } from '../../../identity/problems'
import type { Place } from '../../../place/place'
import { PlaceField } from '../../../place/place-field'
import { ROLE_NAMES } from '../../../words'
import { type Chosen, PersonField } from '../person-field'
import { type Given, mayGive, SCOPE_OF } from '../roles/words'
import { OrganisationPick } from './organisation-pick'

/** Further than any term of office. */
const LAST_DAY = '2099-12-31'

/** Gives somebody a role: who, which, over what, until when. `?role=`: the one that was looked at. */
export default function GrantRole() {
  const asked = useRouter().params.role as Given | undefined
  const given = mayGive(useKnownMe())
  const [person, setPerson] = useState<Chosen>()
  const [role, setRole] = useState<Given | undefined>(asked && asked !== 'expert' ? asked : undefined)
  const [place, setPlace] = useState<Place>()
  const [organisation, setOrganisation] = useState<string>()
  const [ends, setEnds] = useState(false)
  const [until, setUntil] = useState('')
  const [problems, setProblems] = useState<Problems>({})
  const grant = useIntent('identity.grantRole')
  const kind = role ? SCOPE_OF[role] : 'none'
  const scope = kind === 'organisation' ? organisation : kind === 'none' ? undefined : place?.code

  const press = async () => {
    const missing: Problems = {
      ...(person ? {} : { person: '请找到给谁' }),
      ...(role ? {} : { role: '请选给什么身份' }),
      ...(role && kind !== 'none' && !scope ? { scope: '请选管哪里' } : {}),
      ...(ends && !until ? { until: '请选到哪一天' } : {}),
    }
    setProblems(missing)
    if (!person || !role || Object.keys(missing).length > 0) return
    try {
      const { personId } = person
      await grant({
        personId,
        role,
        ...(scope ? { over: scope } : {}),
        ...(ends && role !== 'admin' ? { until } : {}),
      })
    } catch (error) {
      const about = { WRONG_SCOPE: 'scope', ENDS_IN_PAST: 'until', ROLE_HELD: 'person', OWN_ROLE: 'person' }
      return setProblems(problemsOf(error, ['until'], about))
    }
    await done('给了')
    await goBack()
  }
  const names = Object.fromEntries(given.map((key) => [key, ROLE_NAMES[key]])) as Record<Given, string>
  return (
    <Screen
      bar={
        <MainButton onPress={press}>
          {person && role ? `给${person.name}${ROLE_NAMES[role]}的身份` : '给他身份'}
        </MainButton>
      }
      barNote="他下一次点的时候就有了"
    >
      <Card>
        <PersonField
          label="给谁"
          asked="grant-person"
          value={person}
          onChange={setPerson}
          hint="点这里找人"
          error={problems.person}
        />
      </Card>
      <Card>
        <Choice label="什么身份" names={names} value={role} onChange={setRole} error={problems.role} />
      </Card>
      <Notice kind="plain">专家请在专家名录里添加，身份跟着就有。</Notice>
      {kind === 'organisation' && (
        <OrganisationPick value={organisation} onChange={setOrganisation} error={problems.scope} />
      )}
      {(kind === 'village' || kind === 'any') && (
        <Card>
          <PlaceField
            key={kind}
            label={kind === 'village' ? '管哪个村' : '管哪里（乡镇或村）'}
            asked={`grant-${kind}`}
            level={kind}
            value={place}
            onChange={setPlace}
            error={problems.scope}
          />
        </Card>
      )}
      {role && role !== 'admin' && (
        <Card>
          <Check on={ends} onChange={setEnds}>
            到一天为止
          </Check>
          {ends && (
            <DateField
              label="最后一天"
              value={until}
              onChange={setUntil}
              from={dayOf(Date.now())}
              until={LAST_DAY}
              error={problems.until}
            />
          )}
        </Card>
      )}
    </Screen>
  )
}
