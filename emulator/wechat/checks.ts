import { randomBytes } from 'node:crypto'
import type { Active } from './active'

/** What the local checks object to, as WeChat would: a word in a text; a word in a file's bytes, or in its name. */
const IN_TEXT = { risky: '违规测试词', review: '待审测试词' }
const IN_FILE = { risky: '违规测试图片', review: '待审测试图片' }
const IN_NAME = { risky: 'risky', review: 'review' }

export type Suggest = 'pass' | 'review' | 'risky'
/** 100 is well, 21000 "other". */
export const labelOf = (suggest: Suggest): number => (suggest === 'pass' ? 100 : 21000)

const MAX_TEXT = 2500

export const traceId = (): string => [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')

/** A file's verdict by the words in its name or bytes. */
export function judgeFile(path: string, bytes: Buffer): Suggest {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const has = (suggest: 'risky' | 'review') =>
    name.includes(IN_NAME[suggest]) || bytes.includes(IN_FILE[suggest])
  return has('risky') ? 'risky' : has('review') ? 'review' : 'pass'
}

/** What both checks demand of who, where and which version; undefined where all is well. */
export function refusal(
  body: Record<string, unknown>,
  active: Active,
): { errcode: number; errmsg: string } | undefined {
  const { version, scene, openid } = body
  if (version !== 2) return { errcode: 47001, errmsg: 'data format error: version must be 2' }
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene))
    return { errcode: 40129, errmsg: 'invalid scene' }
  if (typeof openid !== 'string' || openid === '') return { errcode: 40003, errmsg: 'invalid openid' }
  // The person has not used the mini-program within two hours.
  if (!active.is(openid)) return { errcode: 61010, errmsg: 'code is expired' }
  return undefined
}

/** `security.msgSecCheck`, version 2. */
export function checkText(body: Record<string, unknown>, active: Active): object {
  const { content } = body
  if (typeof content !== 'string' || content === '')
    return { errcode: 47001, errmsg: 'data format error: content' }
  if (content.length > MAX_TEXT) return { errcode: 45002, errmsg: 'content size out of limit' }
  const refused = refusal(body, active)
  if (refused) return refused
  const keyword = [IN_TEXT.risky, IN_TEXT.review].find((word) => content.includes(word))
  const suggest: Suggest = !keyword ? 'pass' : keyword === IN_TEXT.risky ? 'risky' : 'review'
  const label = labelOf(suggest)
  return {
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label },
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
      { strategy: 'keyword', errcode: 0, ...(keyword ? { suggest, label, keyword } : {}) },
    ],
    trace_id: traceId(),
  }
}
