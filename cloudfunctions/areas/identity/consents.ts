import { GUIDELINE } from '../../../contract/guideline'
import { Refused } from '../../platform/refusal'
import type { Account } from './documents'

/** That somebody agreed now to the guideline they read; refused where that is not the newest. */
export function agreedTo(version: string, now: Date): NonNullable<Account['consent']> {
  if (version !== GUIDELINE) throw new Refused('GUIDELINE_CHANGED')
  return { version, at: now.toISOString() }
}
