import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Parameters = Record<string, unknown>

/** A cloud in memory that answers Tencent Cloud's API as far as a deployment asks. */
export interface FakeCloud {
  url: string
  /** Every action that was asked, in order. */
  asked: string[]
  collections: Map<string, { acl: string; indexes: Record<string, unknown>[] }>
  functions: Map<string, Record<string, unknown>>
  storageAcl: string
  /** Answers one action with a refusal from now on; undefined lifts it. */
  refuse(action: string, refusal?: { Code: string; Message: string }): void
  close(): Promise<void>
}

const READ = /^(Describe|List|Get)/
/** What changed something, of all that was asked. */
export const writes = (asked: readonly string[]): string[] => asked.filter((action) => !READ.test(action))

export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

async function read(request: IncomingMessage): Promise<Parameters> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString()) as Parameters
}

export const ENV = 'keji-test-0a1b2c'

export async function startFakeCloud(): Promise<FakeCloud> {
  const refusals = new Map<string, { Code: string; Message: string }>()
  const state = {
    asked: [] as string[],
    collections: new Map() as FakeCloud['collections'],
    functions: new Map() as FakeCloud['functions'],
    storageAcl: 'READONLY',
  }
  const server = createServer((request, response) => {
    const action = String(request.headers['x-tc-action'])
    const say = (Response: object) => response.end(JSON.stringify({ Response }))
    read(request)
      .then((parameters) => {
        state.asked.push(action)
        const refusal = refusals.get(action)
        if (refusal) throw new Refusal(refusal.Code, refusal.Message)
        if (!String(request.headers.authorization).startsWith('TC3-HMAC-SHA256 Credential=AKID'))
          throw new Refusal('AuthFailure.SignatureFailure', 'no signature')
        say({ ...answer(state, action, parameters), RequestId: `request-${state.asked.length}` })
      })
      .catch((error: Error) => {
        const Code = error instanceof Refusal ? error.code : 'InternalError'
        say({ Error: { Code, Message: error.message }, RequestId: `request-${state.asked.length}` })
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: (action: string, refusal?: { Code: string; Message: string }) => {
      if (refusal) refusals.set(action, refusal)
      else refusals.delete(action)
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

type State = Pick<FakeCloud, 'asked' | 'collections' | 'functions' | 'storageAcl'>

function answer(state: State, action: string, given: Parameters): object {
  const handler = HANDLERS[action]
  if (!handler) throw new Refusal('InvalidAction', `nobody taught the fake cloud ${action}`)
  return handler(state, given) ?? {}
}

const collection = ({ collections }: State, { TableName, CollectionName }: Parameters) => {
  const found = collections.get(String(TableName ?? CollectionName))
  if (!found) throw new Refusal('ResourceNotFound', 'no such table')
  return found
}

const named = ({ functions }: State, { FunctionName }: Parameters) => {
  const found = functions.get(String(FunctionName))
  if (!found) throw new Refusal('ResourceNotFound.Function', 'no such function')
  return found
}

type Trigger = { TriggerName: string; Type: string; TriggerDesc: string }

const HANDLERS: Record<string, (state: State, given: Parameters) => object | undefined> = {
  DescribeEnvInfo: () => ({
    EnvInfo: {
      EnvBaseInfo: {
        EnvId: ENV,
        Databases: [{ InstanceId: 'tnt-1' }],
        Storages: [{ Bucket: 'bucket-1250000000', Region: 'ap-shanghai' }],
        Functions: [{ Namespace: ENV }],
        LogServices: [{ TopicId: 'topic', LogsetId: 'logset' }],
      },
    },
  }),
  ListTables: ({ collections }) => ({ Tables: [...collections.keys()].map((TableName) => ({ TableName })) }),
  CreateTable({ collections }, { TableName }) {
    const system = { Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }
    collections.set(String(TableName), { acl: 'PRIVATE', indexes: [system] })
    return undefined
  },
  DescribeTable: (state, given) => ({ Indexes: collection(state, given).indexes }),
  UpdateTable(state, given) {
    const found = collection(state, given)
    const { CreateIndexes = [], DropIndexes = [] } = given as {
      CreateIndexes?: { IndexName: string; MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: object[] } }[]
      DropIndexes?: { IndexName: string }[]
    }
    found.indexes = found.indexes.filter(
      ({ Name }) => !DropIndexes.some(({ IndexName }) => IndexName === Name),
    )
    for (const { IndexName, MgoKeySchema } of CreateIndexes) {
      if (found.indexes.some(({ Name }) => Name === IndexName))
        throw new Refusal('InvalidParameter', `index ${IndexName} exists`)
      found.indexes.push({
        Name: IndexName,
        Unique: MgoKeySchema.MgoIsUnique,
        Keys: MgoKeySchema.MgoIndexKeys,
      })
    }
    return undefined
  },
  DescribeDatabaseACL: (state, given) => ({ AclTag: collection(state, given).acl }),
  ModifyDatabaseACL(state, given) {
    collection(state, given).acl = String(given.AclTag)
    return undefined
  },
  DescribeStorageSafeRule: ({ storageAcl }) => ({ AclTag: storageAcl }),
  ModifyStorageSafeRule(state, { AclTag }) {
    state.storageAcl = String(AclTag)
    return undefined
  },
  GetFunction: (state, given) => named(state, given),
  CreateFunction({ functions }, given) {
    functions.set(String(given.FunctionName), { ...given, Status: 'Active', Triggers: [] })
    return undefined
  },
  UpdateFunctionCode(state, given) {
    Object.assign(named(state, given), { Code: given.Code })
    return undefined
  },
  UpdateFunctionConfiguration(state, given) {
    Object.assign(named(state, given), given)
    return undefined
  },
  BatchCreateTrigger(state, given) {
    const found = named(state, given)
    const added = JSON.parse(String(given.Triggers)) as Trigger[]
    const stored = added.map((trigger) => ({
      ...trigger,
      TriggerDesc: JSON.stringify({ cron: trigger.TriggerDesc }),
    }))
    found.Triggers = [...(found.Triggers as Trigger[]), ...stored]
    return undefined
  },
  DeleteTrigger(state, given) {
    const found = named(state, given)
    found.Triggers = (found.Triggers as Trigger[]).filter(
      ({ TriggerName }) => TriggerName !== given.TriggerName,
    )
    return undefined
  },
}
