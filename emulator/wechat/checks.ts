import { randomBytes } from 'node:crypto'
import type { Active } from './active'

/** What the local checks object to, as WeChat would: a word in a text; a word in a file's bytes, or in its name. */
const IN_TEXT = { risky: '违规测试词', review: '待审测试词' }
const IN_FILE = { risky: '违规测试图片', review: '待审测试图片' }
const IN_NAME = { risky: 'risky', review: 'review' }

export type Suggest = 'pass' | 'review' | 'risky'
/** 100 is well, 21000 "other". */
export const labelOf = (suggest: Suggest): number => (suggest === 'pass' ? 100 : 21000)

const OPENID = /^[\x21-\x7e]{1,128}$/
const MAX_TEXT = 2500
const MAX_IMAGE = 1024 * 1024

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
  if (typeof openid !== 'string' || !OPENID.test(openid)) return { errcode: 40003, errmsg: 'invalid openid' }
  // The person has not used the mini-program within two hours.
  if (!active.is(openid)) return { errcode: 61010, errmsg: 'code is expired' }
  return undefined
}

/** `security.imgSecCheck`: the old check of a picture's bytes, answered at once. */
export function checkImage({ media }: Record<string, unknown>): object {
  if (!Buffer.isBuffer(media) || media.length === 0) return { errcode: 41005, errmsg: 'media data missing' }
  if (media.length > MAX_IMAGE) return { errcode: 40006, errmsg: 'invalid media size' }
  return judgeFile('', media) === 'pass'
    ? { errcode: 0, errmsg: 'ok' }
    : { errcode: 87014, errmsg: 'risky content' }
}

/**
 * `security.msgSecCheck`, version 2: content, and what goes with it (title, nickname, signature).
 * developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.msgSecCheck.html
 */
export function checkText(body: Record<string, unknown>, active: Active): object {
  const { content, title, nickname, signature } = body
  if (typeof content !== 'string' || content === '') return { errcode: 44002, errmsg: 'empty post data' }
  if ([...content].length > MAX_TEXT) return { errcode: 45002, errmsg: 'content size out of limit' }
  const refused = refusal(body, active)
  if (refused) return refused
  const text = [content, title, nickname, signature].join('\n')
  const keyword = [IN_TEXT.risky, IN_TEXT.review].find((word) => text.includes(word))
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
