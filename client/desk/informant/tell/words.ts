import type { Output } from '../../../../contract'

export type ToTell = Output<'training.tellOthers'>['messages'][number]

/** Where the message is about a class: its page, as the person it is for, so that what they want can be done there. */
export function classFor({ page, personId, name }: Pick<ToTell, 'page' | 'personId' | 'name'>) {
  if (!page.startsWith('/training/class/index?')) return undefined
  return `${page}&actFor=${personId}&actName=${encodeURIComponent(name)}`
}

/** How many are in sight, and whether that is all. */
export const waitingWords = (shown: number, more: boolean): string =>
  `${more ? `先看这 ${shown} 件` : `一共 ${shown} 件`}。他们没有微信，消息到不了手机上，请您打电话或者当面说。`
