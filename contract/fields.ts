import * as z from 'zod'

/**
 * Ids are ours: letters, digits and a few separators, never an operator or a dotted path. Some are made of others: a
 * notification's has what happened, to which question or item, and who is told.
 */
export const id = z.string().regex(/^[A-Za-z0-9:_-]{1,160}$/, '编号不对，请返回重新打开这一页')
/** An opaque place in a list; absent for the first page. */
export const cursor = z.string().regex(/^[A-Za-z0-9_-]{1,300}$/, '请返回重新打开这一页')
/** An instant, as `Date.prototype.toISOString` writes it (UTC). */
export const instant = z.iso.datetime()
/** A Beijing calendar day, YYYY-MM-DD. */
export const day = z.iso.date('请选一个日期')
/** Money in whole fen; at most ten thousand yuan × 10⁴, so that sums stay exact. */
export const fen = z.int().min(-1_000_000_000_000).max(1_000_000_000_000)
/** 12-digit statistical division code, or a prefix of one (county 6, township 9). */
export const region = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/)

/** A file in cloud storage; whose it may be is checked by the operation that takes it. */
export const fileID = z.string().regex(/^cloud:\/\/[\w.-]+\/[\w./-]{1,200}$/, '照片没有传好，请重新选一张')

/**
 * What nobody can see, and halves of characters: control characters but tab and line break, `Cf` and what fonts ignore
 * (zero-width, direction marks, the Hangul fillers), the empty Braille cell, lone surrogates. Two of them are part of what
 * is seen: the joiner between emoji, and a variant chosen of the character before it.
 */
const VARIANT = String.raw`[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`
const EMOJI = String.raw`\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?`
const SEEN = String.raw`[^\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]|[\t\n]`
const VISIBLE = new RegExp(
  String.raw`^(?:${SEEN}|(?<=[^\s\p{M}\p{Cf}])${VARIANT}|(?<=${EMOJI})\u200D(?=\p{Extended_Pictographic}))*$`,
  'u',
)

/** Text a person wrote: trimmed, nothing invisible in it. Lengths in UTF-16 units, as WeChat counts. */
export const text = (max: number, min = 0, tooShort = '请写几个字') =>
  z
    .string()
    .trim()
    .min(min, tooShort)
    .max(max, { error: `最多写 ${max} 个字，请写短一点`, abort: true })
    .regex(VISIBLE, '里面有看不见的符号，请删掉重写')

/** Days of a period in their order, as `superRefine` takes it; either may be missing. `last` names the later one. */
export const daysInOrder =
  (last: string) =>
  (asked: { from?: string }, { addIssue }: z.RefinementCtx): void => {
    const to = (asked as Record<string, string | undefined>)[last]
    if (asked.from !== undefined && to !== undefined && asked.from > to)
      addIssue({ code: 'custom', path: [last], message: '结束的日子在开始的前面，请调过来' })
  }
