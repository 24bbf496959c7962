import { useState } from 'react'
import { forget, keep, kept } from './storage'

/**
 * What is typed in a form, kept on the phone until it was sent: a call, a flat battery or a wrong tap loses nothing.
 * `[draft, change, clear]`; change takes the parts that change.
 */
export function useDraft<T extends object>(
  name: string,
  empty: T,
): [T, (part: Partial<T>) => void, () => void] {
  const key = `draft:${name}`
  const [draft, set] = useState<T>(() => ({ ...empty, ...kept<Partial<T>>(key) }))
  const change = (part: Partial<T>) =>
    set((old) => {
      const next = { ...old, ...part }
      keep(key, next)
      return next
    })
  const clear = () => {
    forget(key)
    set(empty)
  }
  return [draft, change, clear]
}
