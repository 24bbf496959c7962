import type { PhoneEdge } from './phone-type'

// Taro's build puts phone.weapp.ts or phone.h5.ts in this file's place.
export const openSettings: PhoneEdge['openSettings']
export const addToCalendar: PhoneEdge['addToCalendar']
