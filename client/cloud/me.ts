import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import type { Me } from '../../contract/identity'
import { forget, forgetAll, keep, kept } from '../storage'
import { asRefused, call, type Refused } from './call'
import type { Loaded } from './use-load'

let cached: Me | undefined
let loading: Promise<Me> | undefined

/** Keeps who is calling: what a tap needs (template ids, the upload path) must be at hand without a call. */
export function rememberMe(me: Me): void {
  cached = me
  keep('me', me)
}

/** Who is calling is not known any more: it was bound, parted or refused. */
export function forgetMe(): void {
  cached = undefined
  forget('me')
}

/** Whoever leaves takes along what this phone kept of them: drafts, the home they saw last, their name. */
export function forgetEverything(): void {
  forgetAll()
  forgetMe()
}

/**
 * Who is calling, as far as this phone knows without asking: also as of the last time, since a service message may
 * open a page where nobody has asked yet. The server decides in any case.
 */
export const cachedMe = (): Me | undefined => cached ?? kept<Me>('me')

/** Who is calling; one call in the life of the app, unless home has told already. @throws Refused */
export async function loadMe(): Promise<Me> {
  if (cached) return cached
  loading ??= call('identity.me', {}).finally(() => {
    loading = undefined
  })
  rememberMe(await loading)
  return cached as unknown as Me
}

/** Who is calling, for a page that shows it: what the app knows already, else by `loadMe`. */
export function useMe(): Loaded<Me> {
  const [{ data, refusal }, set] = useState<{ data?: Me | undefined; refusal?: Refused }>({ data: cached })
  const reload = useCallback(async () => {
    try {
      set({ data: await loadMe() })
    } catch (error) {
      set({ refusal: asRefused(error) })
    }
  }, [])
  useEffect(() => void reload(), [reload])
  // Home may have learned more since.
  useDidShow(() => void reload())
  const state = data ? 'ready' : !refusal ? 'loading' : refusal.code === 'OFFLINE' ? 'offline' : 'failed'
  return { state, data, refusal, reload }
}

/**
 * Who is calling, for a page that works without knowing but offers more where it does. Asks only on a phone that has
 * never known: a message may be the first thing opened on it, and a tap there must find the template ids at hand.
 */
export function useKnownMe(): Me | undefined {
  const [, told] = useState(cachedMe)
  useEffect(() => {
    // Not knowing takes nothing away from the page.
    if (!cachedMe()) loadMe().then(told, () => undefined)
  }, [])
  return cachedMe()
}
