import * as z from 'zod'
import { known, operation } from './operation'

/** Messages that reach the phone by WeChat's one-time subscription; each kind is one template. */
export const TEMPLATE_KINDS = [
  'enrolled',
  'offer',
  'changed',
  'reminder',
  'certificate',
  'answered',
  'dividendConfirmed',
] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

/**
 * The fields each template must have, in WeChat's own names (thing ≤ 20 characters, time, amount …), and the keyword the
 * person reads beside each. `npm run deploy` prints them for whoever applies for the templates in the console.
 */
export const TEMPLATES: Record<
  TemplateKind,
  { title: string; fields: readonly string[]; keywords: readonly string[] }
> = {
  enrolled: {
    title: '报名成功通知',
    fields: ['thing1', 'time2', 'thing3', 'thing4'],
    keywords: ['培训班', '上课时间', '地点', '要带的东西'],
  },
  offer: {
    title: '候补名额通知',
    fields: ['thing1', 'time2', 'time3', 'thing4'],
    keywords: ['培训班', '上课时间', '名额留到', '温馨提示'],
  },
  changed: {
    title: '培训变动通知',
    fields: ['thing1', 'thing2', 'time3', 'thing4'],
    keywords: ['培训班', '变动内容', '上课时间', '温馨提示'],
  },
  reminder: {
    title: '上课提醒',
    fields: ['thing1', 'time2', 'thing3', 'thing4'],
    keywords: ['培训班', '上课时间', '地点', '要带的东西'],
  },
  certificate: {
    title: '证书发放通知',
    fields: ['thing1', 'thing2', 'time3', 'thing4'],
    keywords: ['培训班', '证书', '发放时间', '温馨提示'],
  },
  answered: {
    title: '咨询回复通知',
    fields: ['thing1', 'thing2', 'time3'],
    keywords: ['咨询的问题', '专家回复', '回复时间'],
  },
  dividendConfirmed: {
    title: '分红到账通知',
    fields: ['thing1', 'amount2', 'time3', 'thing4'],
    keywords: ['项目', '金额', '发放日期', '温馨提示'],
  },
}

/** Tells the server how the person answered WeChat's subscription dialog; one accept is one message. */
export const recordGrant = operation({
  name: 'notification.recordGrant',
  function: 'api',
  by: known('own'),
  writes: true,
  actsFor: false,
  input: z.strictObject({
    answers: z
      .array(
        z.strictObject({
          kind: z.enum(TEMPLATE_KINDS),
          answer: z.enum(['accept', 'reject', 'ban', 'filter']),
        }),
      )
      .min(1)
      .max(3),
  }),
  output: z.object({ remaining: z.partialRecord(z.enum(TEMPLATE_KINDS), z.int().min(0)) }),
  errors: [],
})
