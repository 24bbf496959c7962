/**
 * The day of the privacy guideline that is in force. Change it with the text of client/my/privacy: everybody is asked again
 * before the next thing they do.
 */
export const GUIDELINE = '2026-11-24'
