import { isWithin } from '../../../../contract/regions'
import { scopesOf } from '../../../platform/context'
import type { Account } from '../../identity/documents'
import type { TrainingClass } from '../documents'
import { mayPlan } from '../may-plan'

/** Who may say who was there, how much it weighs, and of whom: everybody, or the people of some villages. */
export interface Recorder {
  rank: 1 | 2
  villages?: string[]
}

/** Null where it is not theirs: which looks like no class at all. */
export function recorderOf(account: Account, training: TrainingClass | null): Recorder | null {
  if (!training) return null
  if (mayPlan(account, training)) return { rank: 2 }
  const villages = scopesOf(account, 'informant').filter((village) =>
    training.openTo.some(({ code }) => isWithin(code, village) || isWithin(village, code)),
  )
  return villages.length > 0 ? { rank: 1, villages } : null
}

/** Whether somebody of a village is theirs to record. */
export const covers = ({ villages }: Recorder, village: string | undefined): boolean =>
  villages === undefined || (village !== undefined && villages.some((scope) => isWithin(scope, village)))
