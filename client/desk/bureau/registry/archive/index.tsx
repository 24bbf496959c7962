import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useIntent } from '../../../../cloud/call'
import { Choice, Field, GhostButton, Notice, Screen } from '../../../../components'
import { confirm, done } from '../../../../dialog'
import { goBack } from '../../../../go'
import '../registry.scss'
import { useSend } from '../use-send'
import { ARCHIVES, type ArchiveKind } from '../words'

/** Puts a person, household, place or organisation away, with a reason. `?kind=&id=&version=&name=`. */
export default function Archive() {
  const { kind = 'person', id = '', version: seen, name: encoded = '' } = useRouter().params
  const { ask, after, reasons } = ARCHIVES[kind as ArchiveKind] ?? ARCHIVES.person
  const name = decodeURIComponent(encoded)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const [problems, send] = useSend(['reason'])
  const work = useArchive(kind as ArchiveKind, id, Number(seen ?? 0))
  const press = async () => {
    if (reason.trim().length < 2) return setMissing('请点一下原因，或者写几个字')
    setMissing('')
    if (!(await confirm(ask, `${name}：${reason.trim()}`, '归档'))) return
    if (!(await send(() => work(reason.trim())))) return
    await goBack()
    await done('已归档')
  }
  return (
    <Screen
      bar={
        <GhostButton tone="danger" onPress={press}>
          归档
        </GhostButton>
      }
    >
      <Text className="heading">{name}</Text>
      <Notice kind="plain">{after}</Notice>
      <Choice
        label="为什么归档"
        names={Object.fromEntries(reasons.map((each) => [each, each]))}
        value={reason}
        onChange={setReason}
      />
      <Field
        id="archive-reason"
        label="原因，也可以自己写"
        max={100}
        value={reason}
        onChange={setReason}
        error={missing || problems.reason}
      />
    </Screen>
  )
}

/** The call that puts one of this kind away. Each has its own intent: pressed again it is the same request. */
function useArchive(kind: ArchiveKind, id: string, version: number): (reason: string) => Promise<unknown> {
  const person = useIntent('registry.archivePerson')
  const household = useIntent('registry.archiveHousehold')
  const region = useIntent('registry.archiveRegion')
  const organisation = useIntent('registry.archiveOrganisation')
  return {
    person: (reason: string) => person({ personId: id, version, reason }),
    household: (reason: string) => household({ householdId: id, version, reason }),
    region: (reason: string) => region({ code: id, reason }),
    organisation: (reason: string) => organisation({ organisationId: id, version, reason }),
  }[kind]
}
