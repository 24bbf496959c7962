import { ERRORS, type ErrorCode } from '../../../../contract/errors'
import type { KnownContext } from '../../../platform/context'
import type { CheckIn } from '../documents'
import type { Entry, Result } from './record-attendance'
import type { Recorder } from './recorder'

/** An entry as a statement. A phone that is ahead of the server would win over everybody until its time has come. */
export function statementOf(
  { entryId, how, at, present }: Entry,
  { rank }: Recorder,
  { now, account }: Pick<KnownContext, 'now' | 'account'>,
): CheckIn {
  const [said, got] = [new Date(at).toISOString(), now.toISOString()]
  return {
    is: present ? 'present' : 'absent',
    how,
    at: [said, got].sort()[0]!,
    got,
    rank,
    entry: entryId,
    by: { personId: account.personId, name: account.name },
  }
}

/** What stands after an entry, and whether it is the entry's. */
export const told = ({ entryId, personId }: Entry, name: string, stands: CheckIn): Result => ({
  entryId,
  personId,
  name,
  state: stands.is,
  overruled: stands.entry !== entryId,
})

export const notRecorded = (
  { entryId, personId }: Entry,
  name: string,
  code: ErrorCode,
  message: string = ERRORS[code],
): Result => ({ entryId, personId, name, overruled: false, error: { code, message } })
