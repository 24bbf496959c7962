import { useState } from 'react'
import { asRefused } from '../../cloud/call'
import { say } from '../../dialog'
import { plainNames } from './steps'
import type { Problems } from './told'

const FASTER = '别人刚改过这个班。现在看到的是新的，您填的也都还在。请看一看，再按一次。'

/**
 * Sends a form about a class. What is wrong with one of its fields is told beside it; where a colleague was faster, the
 * class is read again under what was typed. `[problems, setProblems, send]`; send answers what came back, if it went.
 */
export function useTold(owns: (field: string) => boolean, reload: () => Promise<void>) {
  const [problems, setProblems] = useState<Problems>({})
  const send = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setProblems({})
    try {
      return await work()
    } catch (error) {
      const { code, message, fields } = asRefused(error)
      const plain = plainNames(fields)
      if (code === 'STALE') {
        await reload()
        await say(FASTER)
        return undefined
      }
      if (code === 'UNSAFE_TEXT' && owns('reason')) {
        setProblems({ reason: message })
        return undefined
      }
      if (code !== 'INVALID_INPUT' || !Object.keys(plain).some(owns)) throw error
      setProblems(plain)
      return undefined
    }
  }
  return [problems, setProblems, send] as const
}
