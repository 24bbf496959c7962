import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { InvitationLine } from '../../contract/identity'
import { useIntent } from '../cloud/call'
import { usePages } from '../cloud/use-load'
import { Card, GhostButton, ListState, Status, Tabs } from '../components'
import { confirm, done } from '../dialog'
import { go } from '../go'
import { carries, codesPage, STATES, spaced, untilWords } from './words'

type State = InvitationLine['state']
const TABS = (['open', 'used', 'expired', 'revoked'] as const).map((key) => ({ key, name: STATES[key].name }))
const EMPTY: Record<State, string> = {
  open: '没有等着用的码。发了码，会列在这里。',
  used: '还没有人用过码。用了会列在这里。',
  expired: '没有过期的码。',
  revoked: '没有收回的码。',
}

/** The codes one has given out, by how they stand. */
export function Invitations() {
  const [state, show] = useState<State>('open')
  const list = usePages('identity.invitations', { state }, ({ invitations }) => invitations)
  const revoke = useIntent('identity.revokeInvitation')
  const takeBack = async ({ code, name }: InvitationLine) => {
    if (!(await confirm(`收回${name}的码？`, '收回以后这个码就不能用了。可以再发一个。', '收回'))) return
    await revoke({ code })
    await done('收回了')
    await list.reload()
  }
  const codes = list.rows.map(({ code }) => code)
  return (
    <>
      <Tabs tabs={TABS} on={state} onChange={show} />
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText={EMPTY[state]}
        picture="informant"
        more={list.more}
      >
        {state === 'open' && (
          <GhostButton sign="code" onPress={() => go(codesPage(codes))}>
            {`看这 ${codes.length} 个码，可以打印`}
          </GhostButton>
        )}
        {list.rows.map((line) => (
          <InvitationCard key={line.code} line={line} onRevoke={() => takeBack(line)} />
        ))}
      </ListState>
    </>
  )
}

function InvitationCard({ line, onRevoke }: { line: InvitationLine; onRevoke: () => unknown }) {
  const { code, name, place, madeBy, state } = line
  const comes = carries(line)
  return (
    <Card>
      <View className="row">
        <View className="grow">
          <View className="strong">{name}</View>
          <View className="quiet">{place}</View>
        </View>
        <Status kind={STATES[state].kind}>{STATES[state].name}</Status>
      </View>
      {comes && <View>{comes}</View>}
      <View>{state === 'open' ? `${spaced(code)} · ${untilWords(line, Date.now())}` : spaced(code)}</View>
      <Text className="quiet">{`${madeBy}发的`}</Text>
      {state === 'open' && (
        <View className="two">
          <GhostButton sign="code" onPress={() => go(codesPage([code]))}>
            看码
          </GhostButton>
          <GhostButton tone="danger" onPress={onRevoke}>
            收回
          </GhostButton>
        </View>
      )}
    </Card>
  )
}
