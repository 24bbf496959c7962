import { isWithin } from '../../../contract/regions'
import { scopesOf } from '../../platform/context'
import type { Account } from '../identity/documents'
import type { TrainingClass } from './documents'

/** Whether somebody plans a class: the bureau where it lies wholly in their scope, and its teachers. */
export const mayPlan = (
  account: Account,
  { region, teachers }: Pick<TrainingClass, 'region' | 'teachers'>,
): boolean =>
  (region !== '' && scopesOf(account, 'bureau').some((scope) => isWithin(scope, region))) ||
  teachers.some(({ expertId }) => scopesOf(account, 'expert').includes(expertId))
