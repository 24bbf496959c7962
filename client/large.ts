import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

const KEY = 'large'
/** WeChat's own text size, as a factor, from which we take it that the person wants large text. */
const FACTOR = 1.2
/** The same as an older base library tells it, in pixels. */
const SETTING = 20

const listeners = new Set<(large: boolean) => void>()

/** Large by the switch on 我的; without a word there, by WeChat's own text size. */
export function isLarge(): boolean {
  const chosen = Taro.getStorageSync(KEY)
  if (chosen === 'on' || chosen === 'off') return chosen === 'on'
  try {
    const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number }
    return (info.fontSizeScaleFactor ?? 1) >= FACTOR || (info.fontSizeSetting ?? 0) >= SETTING
  } catch {
    return false
  }
}

export function setLarge(large: boolean): void {
  Taro.setStorageSync(KEY, large ? 'on' : 'off')
  for (const listener of listeners) listener(large)
}

/** Whether text is large now; every open page follows the switch. */
export function useLarge(): boolean {
  const [large, set] = useState(isLarge)
  useEffect(() => {
    listeners.add(set)
    return () => void listeners.delete(set)
  }, [])
  return large
}
