import { underWay } from './state'
import type { PhoneState } from './types'

export interface Callbacks {
  success?(answer: unknown): void
  fail?(failure: unknown): void
  complete?(answer: unknown): void
}
export type Options = Callbacks & Record<string, unknown>

/** What a wx function fails with; `errMsg` gets the function's name in front. */
export interface WxFailure {
  errMsg: string
  errCode?: number | string
}

/**
 * A wx function of the asynchronous kind: answers by callbacks where the caller gave one, else by a promise, and
 * never before the caller went on.
 * @param work answers the members beside errMsg, or throws a WxFailure
 */
export function asyncApi(
  state: PhoneState,
  name: string,
  parse: (json: string) => unknown,
  work: (options: Options) => object | undefined | Promise<object | undefined> = () => undefined,
) {
  const inRealm = (value: object) => parse(JSON.stringify(value)) as object
  return (options: Options = {}): Promise<unknown> | undefined => {
    state.api.push({ name, options: JSON.parse(JSON.stringify(options)) })
    // Not in an async function: a subscription must see whether it was asked inside the tap.
    let begun: object | undefined | Promise<object | undefined>
    try {
      begun = work(options)
    } catch (failure) {
      begun = Promise.reject(failure)
    }
    const answered = underWay(state, name, async () => {
      try {
        return inRealm({ ...(await begun), errMsg: `${name}:ok` })
      } catch (failure) {
        const { errMsg, ...rest } = failure as WxFailure
        throw inRealm({ ...rest, errMsg: `${name}:fail ${errMsg ?? String(failure)}` })
      }
    })
    if (!options.success && !options.fail && !options.complete) return answered
    void answered.then(
      (answer) => {
        options.success?.(answer)
        options.complete?.(answer)
      },
      (failure) => {
        options.fail?.(failure)
        options.complete?.(failure)
      },
    )
    return undefined
  }
}
