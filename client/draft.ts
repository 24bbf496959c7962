import { useState } from 'react'
import { forget, keep, kept } from './storage'

/**
 * What is typed in a form, kept on the phone until it was sent: a call, a flat battery or a wrong tap loses nothing.
 * `[draft, change, clear]`; change takes the parts that change, or makes them of what is there by then: a photo arrives
 * long after the screen was drawn.
 */
export function useDraft<T extends object>(
  name: string,
  empty: T,
): [T, (part: Partial<T> | ((old: T) => Partial<T>)) => void, () => void] {
  const key = `draft:${name}`
  const [draft, set] = useState<T>(() => ({ ...empty, ...kept<Partial<T>>(key) }))
  const change = (part: Partial<T> | ((old: T) => Partial<T>)) =>
    set((old) => {
      const next = { ...old, ...(typeof part === 'function' ? part(old) : part) }
      keep(key, next)
      return next
    })
  const clear = () => {
    forget(key)
    set(empty)
  }
  return [draft, change, clear]
}
