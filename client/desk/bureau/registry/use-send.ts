import { useState } from 'react'
import { asRefused } from '../../../cloud/call'
import { say } from '../../../dialog'

const FASTER = '别人刚改过这里。现在看到的是新的，您填的也都还在。请看一看，再按一次。'
const FASTER_ELSEWHERE = '别人刚改过这里。请返回，重新打开再办。您填的都还在。'

/**
 * Sends a form. What is wrong with one of its fields is told beside it; where a colleague was faster, the card is read
 * again under what was typed. Anything else is the button's to tell. `[problems, send]`; send answers whether it went.
 */
export function useSend(fields: readonly string[], reload?: () => Promise<void>) {
  const [problems, setProblems] = useState<Record<string, string>>({})
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    setProblems({})
    try {
      await work()
      return true
    } catch (error) {
      const { code, fields: told } = asRefused(error)
      if (code === 'STALE') {
        await reload?.()
        await say(reload ? FASTER : FASTER_ELSEWHERE)
        return false
      }
      // A field that is not on the screen would be told to nobody.
      if (code !== 'INVALID_INPUT' || !fields.some((field) => told[field])) throw error
      setProblems(told)
      return false
    }
  }
  return [problems, send] as const
}
