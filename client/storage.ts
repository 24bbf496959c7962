import Taro from '@tarojs/taro'
import { storageOwner } from './cloud/transport'

// WeChat keeps each person's storage apart by itself; a browser with several personas does not, so the owner is part
// of the key there.
const keyOf = (name: string) => `${storageOwner()}${name}`

/** What was kept on this phone under a name, if anything. */
export function kept<T>(name: string): T | undefined {
  try {
    // WeChat answers an empty string for what was never stored.
    return (Taro.getStorageSync(keyOf(name)) as T | '' | null) || undefined
  } catch {
    return undefined
  }
}

/** Keeps a value on this phone; a full phone loses only that. */
export function keep(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(keyOf(name), value)
  } catch {
    // Nothing depends on it: what is kept is a convenience.
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(keyOf(name))
  } catch {
    // As above.
  }
}

/** The names, with one beginning, under which something is kept. */
export function keptNames(beginning: string): string[] {
  try {
    const { length } = storageOwner()
    return Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(keyOf(beginning)))
      .map((key) => key.slice(length))
  } catch {
    return []
  }
}

/** Everything of this person; what a phone is set to, such as large text, belongs to nobody and stays. */
export function forgetAll(): void {
  try {
    const owner = storageOwner()
    for (const key of Taro.getStorageInfoSync().keys)
      if (key.startsWith(owner) && (owner !== '' || key !== 'large')) Taro.removeStorageSync(key)
  } catch {
    // As above.
  }
}
