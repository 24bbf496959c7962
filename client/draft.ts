import Taro from '@tarojs/taro'
import { useState } from 'react'

/**
 * What is typed in a form, kept on the phone until it was sent: a call, a flat battery or a wrong tap loses nothing.
 * `[draft, change, clear]`; change takes the parts that change.
 */
export function useDraft<T extends object>(
  name: string,
  empty: T,
): [T, (part: Partial<T>) => void, () => void] {
  const key = `draft:${name}`
  const [draft, set] = useState<T>(() => {
    const kept: unknown = Taro.getStorageSync(key)
    return kept && typeof kept === 'object' ? { ...empty, ...kept } : empty
  })
  const change = (part: Partial<T>) =>
    set((old) => {
      const next = { ...old, ...part }
      Taro.setStorageSync(key, next)
      return next
    })
  const clear = () => {
    Taro.removeStorageSync(key)
    set(empty)
  }
  return [draft, change, clear]
}
