/** Who calls a function, and through what. */
export interface Caller {
  /** Present only where the mini-program itself calls, or WeChat pushes what somebody did. */
  openid?: string
  /**
   * `wx_client`, `wx_trigger` (a timer), `wx_unknown` (WeChat pushes), each with `,scf` for every function on the way:
   * developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
   */
  source?: string
}

export const APP_ID = 'wx0123456789abcdef'

/** The mini-program of a person. */
export const client = (openid: string): Caller => ({ openid, source: 'wx_client' })

const fromClient = ({ source }: Caller) => source === 'wx_client'

/** Another function: the identity ends here, only the way is told. */
export const byFunction = ({ source }: Caller): Caller => ({ source: source ? `${source},scf` : 'scf' })

/** The environment the SDK reads the caller from, beside the account's own; UNIONID needs an open-platform account, which there is not. */
export const identityOf = (caller: Caller): Record<string, string | undefined> => ({
  WX_OPENID: caller.openid,
  WX_CLIENTIP: fromClient(caller) ? '127.0.0.1' : undefined,
  TCB_SOURCE: caller.source,
})

/** What the cloud adds to the event, for a mini-program's call only. */
export const userInfoOf = (caller: Caller): object | undefined =>
  fromClient(caller) ? { appId: APP_ID, openId: caller.openid } : undefined
