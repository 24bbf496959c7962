import { useState } from 'react'
import { useIntent } from '../../../cloud/call'

/** Codes for everybody of a village who has no WeChat: call after call, since one holds a few dozen. */
export function useWholeVillage() {
  const [made, count] = useState<number>()
  const invite = useIntent('identity.invite')
  const inviteAll = async (village: string): Promise<string[]> => {
    const codes: string[] = []
    let cursor: string | undefined
    count(0)
    try {
      do {
        const { results, next } = await invite({ village, ...(cursor ? { cursor } : {}) })
        codes.push(...results.flatMap(({ code }) => (code ? [code] : [])))
        count(codes.length)
        cursor = next
      } while (cursor)
    } finally {
      count(undefined)
    }
    return codes
  }
  return [made, inviteAll] as const
}
