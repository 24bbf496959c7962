import { useEffect, useState } from 'react'
import type { ImportProgress } from '../../../../../contract/import'
import { asRefused, call, type Refused, useIntent } from '../../../../cloud/call'
import { usePages } from '../../../../cloud/use-load'
import { isRunning } from '../words'

/**
 * An import and what becomes of it while one looks: as long as it has something to do, the phone calls on. Whoever goes
 * away finds it where it stopped.
 */
export function useImport(importId: string) {
  const problems = usePages('import.get', { importId }, (found) => found.problems)
  const [later, setLater] = useState<ImportProgress>()
  const [stopped, setStopped] = useState<Refused>()
  const begin = { confirm: useIntent('import.confirm'), undo: useIntent('import.undo') }
  const at: ImportProgress | undefined = later ?? problems.data
  const running = at !== undefined && isRunning(at) && !stopped
  const { reload } = problems

  // Each answer is a new object: with it, the next call.
  useEffect(() => {
    if (!at || stopped || !isRunning(at)) return
    let away = false
    const goOn = async () => {
      try {
        const next = await call('import.proceed', { importId })
        if (away) return
        setLater(next)
        if (!isRunning(next)) await reload()
      } catch (error) {
        if (!away) setStopped(asRefused(error))
      }
    }
    void goOn()
    return () => {
      away = true
    }
  }, [at, stopped, importId, reload])

  const start = async (what: 'confirm' | 'undo') => {
    const next = await begin[what]({ importId })
    setLater(next)
    if (!isRunning(next)) await reload()
  }
  return {
    problems,
    at,
    running,
    /** Why it does not go on, and how to try again. */
    stopped,
    goOn: () => setStopped(undefined),
    start,
  }
}
