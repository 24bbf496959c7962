import * as z from 'zod'
import { cursor, fileID, id, instant, text } from './fields'
import { operation } from './operation'
import type { Topic } from './training'

/** What a question is about: one picture each on the ask screen. */
export const SUBJECTS = [
  'plum',
  'pepper',
  'herb',
  'walnut',
  'vegetable',
  'potato',
  'pig',
  'yak',
  'chicken',
  'bee',
  'sheep',
  'other',
] as const
export type Subject = (typeof SUBJECTS)[number]

/** The subject's name on screen and the experts' field that answers it. */
export const SUBJECT: Record<Subject, { name: string; field: Topic }> = {
  plum: { name: '李子', field: 'fruit' },
  pepper: { name: '花椒辣椒', field: 'vegetable' },
  herb: { name: '中药材', field: 'herb' },
  walnut: { name: '核桃板栗', field: 'fruit' },
  vegetable: { name: '蔬菜', field: 'vegetable' },
  potato: { name: '洋芋', field: 'vegetable' },
  pig: { name: '猪', field: 'livestock' },
  yak: { name: '牦牛', field: 'livestock' },
  chicken: { name: '鸡', field: 'livestock' },
  bee: { name: '蜜蜂', field: 'livestock' },
  sheep: { name: '羊', field: 'livestock' },
  other: { name: '别的', field: 'other' },
}

/** waiting: for the expert; answered: for the villager's word; resolved: it helped. */
export const QUESTION_STATES = ['waiting', 'answered', 'resolved'] as const

export const MAX_PHOTOS = 6

/** A photo is shown to others only after WeChat's verdict; `url` is absent until then. */
const photo = z.object({ state: z.enum(['checking', 'shown', 'withheld']), url: z.string().optional() })

export const questionSummary = z.object({
  id,
  subject: z.enum(SUBJECTS),
  title: z.string(),
  state: z.enum(QUESTION_STATES),
  /** Animals dying, poisoning: first in the queue. */
  danger: z.boolean(),
  askedAt: instant,
  updatedAt: instant,
  /** The asker, for the expert. */
  person: z.object({ name: z.string(), villageName: z.string() }),
  /** Name of the informant who asked for them. */
  askedBy: z.string().optional(),
  /** How often it came back as "not helped". */
  reopened: z.int(),
})
export type QuestionSummary = z.infer<typeof questionSummary>

export const questionDetail = questionSummary.extend({
  text: z.string(),
  photos: z.array(photo),
  expert: z.object({ name: z.string(), title: z.string() }),
  /** What was said since, oldest first. */
  entries: z.array(
    z.object({
      kind: z.enum(['answer', 'helped', 'notHelped']),
      by: z.string(),
      text: z.string(),
      at: instant,
    }),
  ),
  /** What the caller may do here. */
  mayAnswer: z.boolean(),
  mayGiveFeedback: z.boolean(),
})
export type QuestionDetail = z.infer<typeof questionDetail>

const page = z.object({ questions: z.array(questionSummary), next: cursor.optional() })

/** Sends a question in words, photos or both to an expert of its field. */
export const ask = operation({
  name: 'consultation.ask',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: true,
  actsFor: true,
  input: z
    .strictObject({
      subject: z.enum(SUBJECTS, '请先点一下问的是什么'),
      text: text(1000).default(''),
      photos: z.array(fileID).max(MAX_PHOTOS, `最多 ${MAX_PHOTOS} 张照片`).default([]),
      danger: z.boolean().default(false),
      /** A certain expert of the county, rather than who is best. */
      expertId: id.optional(),
    })
    .refine((question) => question.text !== '' || question.photos.length > 0, {
      path: ['text'],
      message: '请写几个字，或者拍一张照片',
    }),
  output: z.object({ questionId: id, expert: z.object({ name: z.string(), title: z.string() }) }),
  errors: ['UNSAFE_TEXT', 'FILE_NOT_YOURS', 'NO_EXPERT', 'EXPERT_AWAY', 'EXPERT_FULL', 'EXPERT_ELSEWHERE'],
})

/** My questions, latest change first; an informant's own list has those asked for others too. */
export const mine = operation({
  name: 'consultation.mine',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: false,
  actsFor: true,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: page,
  errors: [],
})

/** One question, for its asker, who asked for them, and its expert; the bureau reads all of its region. */
export const get = operation({
  name: 'consultation.get',
  function: 'api',
  by: { villager: 'own', informant: 'scope', expert: 'own', bureau: 'scope' },
  writes: false,
  actsFor: true,
  input: z.strictObject({ questionId: id }),
  output: questionDetail,
  errors: [],
})

/** The expert's list. Waiting: danger first, then who has waited longest; the rest latest change first. */
export const queue = operation({
  name: 'consultation.queue',
  function: 'api',
  by: { expert: 'own' },
  writes: false,
  actsFor: false,
  input: z.strictObject({ state: z.enum(QUESTION_STATES).default('waiting'), cursor: cursor.optional() }),
  output: page.extend({ counts: z.record(z.enum(QUESTION_STATES), z.int()) }),
  errors: [],
})

/** The expert's answer; the asker is told. */
export const answer = operation({
  name: 'consultation.answer',
  function: 'api',
  by: { expert: 'own' },
  writes: true,
  actsFor: false,
  input: z.strictObject({ questionId: id, text: text(1000, 2, '请写下您的办法，至少两个字') }),
  output: z.object({ questionId: id }),
  errors: ['UNSAFE_TEXT', 'QUESTION_CLOSED', 'ANSWERED_ALREADY'],
})

/** Helped: resolved. Not helped: back to the same expert, with what is still wrong. */
export const feedback = operation({
  name: 'consultation.feedback',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: true,
  actsFor: true,
  input: z.strictObject({ questionId: id, helped: z.boolean(), text: text(500).default('') }),
  output: z.object({ questionId: id, state: z.enum(QUESTION_STATES) }),
  errors: ['UNSAFE_TEXT', 'NOT_ANSWERED', 'QUESTION_CLOSED'],
})
