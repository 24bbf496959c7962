import type { StatusKind } from '../components'

/** A request to be registered, as the asker's own phone knows it. */
export interface AskedRequest {
  state: 'open' | 'accepted' | 'refused'
  name: string
  villageName: string
  reason?: string | undefined
}

/** How a request stands, and what comes next. An accepted one is told by the name that stands in its place. */
export function requestWords({ state, name, villageName, reason }: AskedRequest): {
  kind: StatusKind
  title: string
  about: string
} {
  if (state === 'refused')
    return {
      kind: 'urgent',
      title: '没通过',
      about: `${reason ? `信息员说：${reason}。` : ''}可以改一改再申请，或者找本村信息员问一问。`.replace(
        '。。',
        '。',
      ),
    }
  return {
    kind: 'waiting',
    title: '等信息员确认',
    about: `您说您是${villageName}的${name}。信息员确认了，就能报名、问专家、查分红。`,
  }
}
