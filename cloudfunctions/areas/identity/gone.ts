import type { Context, KnownContext } from '../../platform/context'
import { Refused } from '../../platform/refusal'

/**
 * Who parts from their account is a visitor when a lost answer is asked for again: they get that answer, and anybody else
 * who is nobody gets NOT_FOUND.
 */
export async function answerToGone<T>(context: Context): Promise<T> {
  const earlier = await context.answered<T>()
  if (!earlier) throw new Refused('NOT_FOUND')
  return earlier.answer
}

export const isKnown = (context: Context): context is KnownContext => context.account !== null
