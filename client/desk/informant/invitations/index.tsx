import { useState } from 'react'
import { Screen, Tabs } from '../../../components'
import { Invitations } from '../../../invitation/list'
import { ChoosePeople } from './choose-people'

const TABS = [
  { key: 'without', name: '还没有微信的' },
  { key: 'made', name: '发出去的码' },
] as const

/** Codes for the people of my villages who have no WeChat here yet. */
export default function InformantInvitations() {
  const [tab, show] = useState<(typeof TABS)[number]['key']>('without')
  const tabs = <Tabs tabs={TABS} on={tab} onChange={show} />
  if (tab === 'without') return <ChoosePeople>{tabs}</ChoosePeople>
  return (
    <Screen>
      {tabs}
      <Invitations />
    </Screen>
  )
}
