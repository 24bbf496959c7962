import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Refused } from '../../cloud/call'
import { GhostButton, Notice } from '../../components'

/** They cannot take it now, and somebody else can. */
const ELSE = ['EXPERT_AWAY', 'EXPERT_FULL', 'EXPERT_ELSEWHERE']

/** Whom the question is for, where the page's address says so: `?expertId=…&expert=<name and title>`. */
export function useCertain() {
  const { expertId, expert = '' } = useRouter().params
  const [certain, set] = useState(expertId ? { expertId, name: decodeURIComponent(expert) } : undefined)
  const [away, setAway] = useState('')
  /** Keeps, for the page to show, that they cannot take it. Answers whether it was that. */
  const isAway = ({ code, message }: Pick<Refused, 'code' | 'message'>): boolean => {
    if (!certain || !ELSE.includes(code)) return false
    setAway(message)
    return true
  }
  const anybody = () => {
    set(undefined)
    setAway('')
  }
  return { certain, away, isAway, anybody }
}

/** The one who is asked; where they cannot take it, a way to ask whoever can. */
export function Certain({ certain, away, anybody }: ReturnType<typeof useCertain>) {
  if (!certain) return null
  return (
    <>
      <Notice kind={away ? 'waiting' : 'news'}>{away || `问 ${certain.name}`}</Notice>
      {away && <GhostButton onPress={anybody}>让系统派一位</GhostButton>}
    </>
  )
}
