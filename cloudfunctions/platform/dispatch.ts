import * as z from 'zod'
import { OPERATIONS, type OperationName, type Output, type Parsed } from '../../contract'
import { type Answer, envelope } from '../../contract/envelope'
import { ERRORS } from '../../contract/errors'
import type { Operation } from '../../contract/operation'
import type { Account, Person } from '../areas/identity/documents'
import { configuration } from './configuration'
import { type Context, type KnownContext, mayActFor, subjectOfAccount, subjectOfPerson } from './context'
import { read } from './database'
import { willPass } from './passing'
import { Refused } from './refusal'
import { answered, once } from './request'

// What a person reads when a field has no sentence of its own; zod's are for programmers.
z.config({ customError: () => '这里没填对，请检查' })

type ContextOf<N extends OperationName> = 'visitor' extends Extract<
  (typeof OPERATIONS)[number],
  { name: N }
>['by'][number]
  ? Context
  : KnownContext
/** One operation's server side. */
export type Handler<N extends OperationName> = (input: Parsed<N>, context: ContextOf<N>) => Promise<Output<N>>
export type Handlers = { [N in OperationName]: Handler<N> }

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
    if (!entry) throw new Refused('UNKNOWN_OPERATION')
    operation = entry.name
    const input = parseInput(entry, asked.input === undefined ? {} : asked.input)
    if (!openid) throw new Refused('FORBIDDEN')
    const now = new Date()
    const account = await read<Account>('accounts', openid)
    admit(entry, account)
    const subject = await findSubject(entry, account, asked.actFor)
    const request = { operation, openid, requestId, input, actFor: asked.actFor, now }
    const context: Context = {
      openid,
      account,
      subject,
      now,
      configuration: configuration(),
      once: (work, part = 'all') => once(request, part, work),
      answered: (part = 'all') => answered(request, part),
    }
    const handler = handlers[entry.name as OperationName] as (
      input: unknown,
      context: Context,
    ) => Promise<unknown>
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

function admit(entry: Operation, account: Account | null): void {
  if (entry.by.includes('visitor')) return
  if (!account) throw new Refused('NOT_REGISTERED')
  if (!account.roles.some((grant) => entry.by.includes(grant.role))) throw new Refused('FORBIDDEN')
}

async function findSubject(entry: Operation, account: Account | null, actFor: string | undefined) {
  if (actFor === undefined || actFor === account?.personId) return account && subjectOfAccount(account)
  if (!account) throw new Refused('NOT_REGISTERED')
  if (!entry.actsFor) throw new Refused('FORBIDDEN')
  const person = await read<Person>('people', actFor)
  // Somebody else's villager and nobody at all look the same from outside.
  if (!person || !mayActFor(account, { id: person._id, village: person.village }))
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
