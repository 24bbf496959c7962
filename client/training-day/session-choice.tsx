import { Choice } from '../components'
import type { Meeting } from './sessions'
import { meetingNames } from './words'

interface Props {
  meetings: readonly Meeting[]
  chosen: string
  onChoose: (session: string) => void
}

/** Which session it is about; nothing where there is no other. */
export function SessionChoice({ meetings, chosen, onChoose }: Props) {
  if (meetings.length < 2) return null
  return (
    <Choice
      label="哪一次课？"
      names={meetingNames(meetings, chosen, Date.now())}
      value={chosen}
      onChange={onChoose}
    />
  )
}
