import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Session } from '../../training/day-kept'
import { SessionChoice } from '../session-choice'
import { meetingsBy } from '../sessions'
import '../training-day.scss'
import { SessionList } from './session-list'

/** Who is to come and who has, session by session. Works without a network, and sends later. */
export default function AttendanceList() {
  const { id: classId = '', session: first = '' } = useRouter().params
  const [session, choose] = useState(first)
  // Kept from the session before: one whose list is not on the phone must not shut the others.
  const [sessions, setSessions] = useState<readonly Session[]>([])
  const meetings = meetingsBy(sessions, Date.now())
  return (
    <SessionList
      key={session}
      classId={classId}
      session={session}
      choice={<SessionChoice meetings={meetings} chosen={session} onChoose={choose} />}
      onSessions={setSessions}
    />
  )
}
