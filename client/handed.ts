import { useDidShow } from '@tarojs/taro'
import { forget, keep, kept } from './storage'

const keyOf = (asked: string) => `handed:${asked}`

/** Hands something to the page underneath, which asked for it by a name. */
export const hand = (asked: string, value: unknown): void => keep(keyOf(asked), value)

/** Takes, once, what a page above has handed back. Through the phone's storage: pages of two packages share no memory. */
export function useHanded<T>(asked: string, take: (value: T) => void): void {
  useDidShow(() => {
    const value = kept<T>(keyOf(asked))
    if (value === undefined) return
    forget(keyOf(asked))
    take(value)
  })
}
