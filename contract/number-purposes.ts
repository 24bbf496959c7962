/** What an identity number is asked for, as the person and the log read it: lodging at a class, and a contract. Nothing else. */
export const NUMBER_PURPOSE_NAMES = { lodging: '培训住宿', contract: '签协议' } as const
export type NumberPurpose = keyof typeof NUMBER_PURPOSE_NAMES
export const NUMBER_PURPOSES = Object.keys(NUMBER_PURPOSE_NAMES) as NumberPurpose[]
