/** Why no code of a class counts: it is closed, called off, or put off. */
export const NO_CODE = ['finished', 'cancelled', 'postponed'] as const
export type NoCode = (typeof NO_CODE)[number]

/** Read by who would scan one and by who would show one. */
export const NO_CODE_WORDS: Record<NoCode, string> = {
  finished: '这个班结课了，不用再签到。漏签的，请老师点名补上。',
  cancelled: '这个班取消了，不用签到。',
  postponed: '这个班推迟了，时间定了再来签到。',
}
