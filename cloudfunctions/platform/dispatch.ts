import * as z from 'zod'
import { OPERATIONS, type OperationName, type OperationOf, type Output, type Parsed } from '../../contract'
import { type Answer, envelope } from '../../contract/envelope'
import { ERRORS } from '../../contract/errors'
import { GUIDELINE } from '../../contract/guideline'
import { type FunctionName, type Operation, ROLES } from '../../contract/operation'
import { dayOf } from '../../contract/time'
import type { Account } from '../areas/identity/documents'
import type { Person } from '../areas/registry/documents'
import { aboutPerson, doer, forWhom } from './audit'
import { configuration } from './configuration'
import { type Context, type KnownContext, mayActFor, subjectOfAccount, subjectOfPerson } from './context'
import { read } from './database'
import { limit, limitAny } from './limits'
import { willPass } from './passing'
import { Refused } from './refusal'
import { answered, once } from './request'

// What a person reads when a field has no sentence of its own; zod's are for programmers.
z.config({ customError: () => '这里没填对，请检查' })

type ContextOf<N extends OperationName> = 'visitor' extends keyof OperationOf<N>['by']
  ? Context
  : KnownContext
/** One operation's server side. */
export type Handler<N extends OperationName> = (input: Parsed<N>, context: ContextOf<N>) => Promise<Output<N>>
/** The server side of every operation of one function. */
export type HandlersOf<F extends FunctionName> = {
  [N in OperationName as OperationOf<N>['function'] extends F ? N : never]: Handler<N>
}
type Handlers = Partial<HandlersOf<FunctionName>>

const contract = new Map<string, Operation>(OPERATIONS.map((operation) => [operation.name, operation]))

/** Answers one call of a function that serves operations. Never throws, whatever `event` is. */
export async function dispatch(
  event: unknown,
  openid: string | undefined,
  handlers: Handlers,
): Promise<Answer> {
  let operation = 'unknown'
  let requestId = 'none'
  try {
    const asked = parseEnvelope(event)
    requestId = asked.requestId
    const entry = contract.get(asked.operation)
    const handler = handlers[entry?.name as OperationName] as
      | ((input: unknown, context: Context) => Promise<unknown>)
      | undefined
    if (!entry || !handler) throw new Refused('UNKNOWN_OPERATION')
    operation = entry.name
    const input = parseInput(entry, asked.input === undefined ? {} : asked.input)
    if (!openid) throw new Refused('FORBIDDEN')
    const now = new Date()
    limitAny(openid, operation, now)
    const [account] = await Promise.all([
      read<Account>('accounts', openid).then((found) => found && inForce(found, now)),
      entry.limit && limit(`${openid}:${operation}`, entry.limit, now),
    ])
    admit(entry, account)
    const subject = await findSubject(entry, account, asked.actFor)
    const settings = configuration()
    const request = {
      operation,
      openid,
      requestId,
      input,
      actFor: asked.actFor,
      now,
      who: doer({ openid, account }),
      forWhom: forWhom({ account, subject }),
      subject: aboutPerson(subject ?? { id: 'visitor', name: '' }),
      key: settings.uploadKey,
    }
    const context: Context = {
      openid,
      operation,
      requestId,
      account,
      subject,
      now,
      configuration: settings,
      once: (work, part = 'all', told = undefined) => once(request, part, work, told),
      answered: (part = 'all') => answered(request, part),
    }
    // Parsed on the way out as well: what the contract does not name does not leave.
    return { ok: true, data: entry.output.parse(await handler(input, context)) }
  } catch (error) {
    if (error instanceof Refused) {
      const { code, message, fields } = error
      return { ok: false, error: fields ? { code, message, fields } : { code, message } }
    }
    logFault(operation, requestId, error)
    // The client sends the same request again when it is told BUSY, which is right for what will pass.
    const code = willPass(error) ? 'BUSY' : 'INTERNAL'
    return { ok: false, error: { code, message: ERRORS[code] } }
  }
}

function parseEnvelope(event: unknown) {
  // WeChat adds userInfo and tcbContext to what the client sent.
  const {
    userInfo: _,
    tcbContext: __,
    ...sent
  } = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>
  const parsed = envelope.safeParse(sent)
  if (!parsed.success) throw invalid(parsed.error)
  return parsed.data
}

function parseInput(entry: Operation, input: unknown): unknown {
  const parsed = entry.input.safeParse(input)
  if (!parsed.success) throw invalid(parsed.error)
  return parsed.data
}

/** What is wrong where; an unknown key is its own place, so that whoever sent it sees which. */
function faultsOf(issue: z.core.$ZodIssue): [path: string, sentence: string][] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => [[...issue.path, key].join('.'), '这一项不认识，请去掉'])
  return [[issue.path.join('.') || 'input', issue.message]]
}

function invalid(error: z.ZodError): Refused {
  const faults = error.issues.flatMap(faultsOf).slice(0, 20)
  return new Refused(
    'INVALID_INPUT',
    undefined,
    Object.fromEntries(faults.map(([path, sentence]) => [path.slice(0, 100), sentence])),
  )
}

/** The account without roles that have ended; the last day still counts. */
const inForce = (account: Account, now: Date): Account => ({
  ...account,
  roles: account.roles.filter(({ until }) => until === undefined || until >= dayOf(now)),
})

function admit(entry: Operation, account: Account | null): void {
  if (!entry.by.visitor) {
    if (!account) throw new Refused('NOT_REGISTERED')
    // Who is known and has no role (an informant whose time is over) may do what everybody who is known may.
    const may = account.roles.some(({ role }) => entry.by[role]) || ROLES.every((role) => entry.by[role])
    if (!may) throw new Refused('FORBIDDEN')
  }
  // A visitor agrees in the same step in which they say who they are.
  if (account && entry.writes && !entry.withoutConsent && account.consent?.version !== GUIDELINE)
    throw new Refused('CONSENT_NEEDED')
}

async function findSubject(entry: Operation, account: Account | null, actFor: string | undefined) {
  if (actFor === undefined || actFor === account?.personId) return account && subjectOfAccount(account)
  if (!account) throw new Refused('NOT_REGISTERED')
  if (!entry.actsFor) throw new Refused('FORBIDDEN')
  const person = await read<Person>('people', actFor)
  // Somebody else's villager, who was archived and nobody at all look the same from outside.
  if (!person || person.archived || !mayActFor(account, subjectOfPerson(person)))
    throw new Refused('FORBIDDEN')
  return subjectOfPerson(person)
}

/** Where it happened and which request, never what it was about: messages of the database can quote documents. */
function logFault(operation: string, requestId: string, error: unknown): void {
  // A failed commit is thrown as the cloud sent it: an object, no Error.
  const { name, code, errCode, stack } = Object(error) as Partial<Error & { code: unknown; errCode: unknown }>
  const frames = stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
  const issues = error instanceof z.ZodError ? error.issues.map((issue) => issue.path.join('.')) : undefined
  console.error(
    JSON.stringify({
      fault: name ?? typeof error,
      code: errCode ?? code,
      issues,
      operation,
      requestId,
      frames,
    }),
  )
}
