import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, OperationName, Output } from '../../contract'
import { asRefused, call, type Refused } from './call'
import { onOnline } from './transport'

const TRY_AGAIN_MS = 15_000

export interface Loaded<T> {
  state: 'loading' | 'ready' | 'failed' | 'offline'
  /** The last that was loaded, also while loading again or after a failure. */
  data?: T | undefined
  refusal?: Refused | undefined
  reload: () => Promise<void>
}

/** Loads a screen by one call; again whenever it is shown or the network is back, keeping what it shows meanwhile. */
export function useLoad<N extends OperationName>(
  operation: N,
  input: Input<N>,
  actFor?: string,
): Loaded<Output<N>> {
  const key = JSON.stringify([operation, input, actFor])
  const [kept, keep] = useState<{ key: string; data?: Output<N>; refusal?: Refused }>({ key: '' })
  const running = useRef('')
  const shown = useRef(true)
  const wanted = useRef(key)
  wanted.current = key

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all of them
  const reload = useCallback(async () => {
    // Showing a page for the first time would load it twice.
    if (running.current === key) return
    running.current = key
    try {
      const data = await call(operation, input, { actFor })
      if (wanted.current === key) keep({ key, data })
    } catch (error) {
      if (wanted.current === key)
        keep((old) => ({ ...(old.key === key ? old : {}), key, refusal: asRefused(error) }))
    } finally {
      if (running.current === key) running.current = ''
    }
  }, [key])

  useEffect(() => void reload(), [reload])
  useDidShow(() => {
    shown.current = true
    void reload()
  })
  useDidHide(() => {
    shown.current = false
  })

  const offline = kept.key === key && kept.refusal?.code === 'OFFLINE'
  useEffect(() => {
    if (!offline) return
    const again = () => void (shown.current && reload())
    const stop = onOnline(again)
    // Where the signal is weak, the phone believes that it has a network all along.
    const timer = setInterval(again, TRY_AGAIN_MS)
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [offline, reload])

  const current = kept.key === key ? kept : undefined
  const { data, refusal } = current ?? {}
  const state =
    data !== undefined ? 'ready' : !refusal ? 'loading' : refusal.code === 'OFFLINE' ? 'offline' : 'failed'
  return { state, data, refusal, reload }
}

export interface Pages<R, T> extends Loaded<T> {
  rows: R[]
  /** Loads the rows that follow; absent where there are none. */
  more?: (() => Promise<void>) | undefined
}

const nextOf = (output: object | undefined, name: string): string | undefined =>
  (output as Record<string, string | undefined> | undefined)?.[name]

/**
 * A list that comes in pages: the first as the screen's one call, the rest when asked for. `names`: what the operation
 * calls the place to go on from, where it is not the usual.
 */
export function usePages<N extends OperationName, R>(
  operation: N,
  input: Input<N>,
  rowsOf: (output: Output<N>) => R[],
  actFor?: string,
  names = { cursor: 'cursor', next: 'next' },
): Pages<R, Output<N>> {
  const first = useLoad(operation, input, actFor)
  const [rest, setRest] = useState<{ of?: Output<N>; rows: R[]; next?: string | undefined }>({ rows: [] })
  const following = first.data !== undefined && rest.of === first.data ? rest : undefined
  const next = following ? following.next : nextOf(first.data, names.next)

  const more = async () => {
    const output = await call(operation, { ...input, [names.cursor]: next }, { actFor })
    setRest({
      of: first.data,
      rows: [...(following?.rows ?? []), ...rowsOf(output)],
      next: nextOf(output, names.next),
    })
  }
  const rows = [...(first.data ? rowsOf(first.data) : []), ...(following?.rows ?? [])]
  return { ...first, rows, more: next === undefined ? undefined : more }
}
