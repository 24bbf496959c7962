export type Parameters = Record<string, unknown>

/** What the cloud in memory holds. */
export interface State {
  collections: Map<string, { acl: string; indexes: Record<string, unknown>[] }>
  functions: Map<string, Record<string, unknown>>
  storageAcl: string
}

export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const ENV = 'keji-test-0a1b2c'

/** What the cloud says to one action. */
export function answer(state: State, action: string, given: Parameters): object {
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
