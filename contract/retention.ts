/** How long what must stay stays, in years: of training and advice from the day itself, of dividends from the end of the contract. */
export const RETENTION_YEARS = { training: 5, consultation: 5, dividend: 15 } as const

/** What stays of somebody who withdraws, and why, as they read it. */
export const KEPT = [
  {
    what: '姓名、出生年份、住在哪村哪户',
    years: RETENTION_YEARS.dividend,
    why: '培训和分红的账要对得上是谁',
  },
  { what: '报过的班', years: RETENTION_YEARS.training, why: '培训的人次要能核对' },
  { what: '问过的问题和回复', years: RETENTION_YEARS.consultation, why: '专家服务要能核对' },
  {
    what: '分红、保险、慰问品的记录',
    years: RETENTION_YEARS.dividend,
    why: '钱的账在协议到期后还要留着备查',
  },
  { what: '谁办过、看过什么', years: RETENTION_YEARS.dividend, why: '出了差错要查得清' },
] as const
