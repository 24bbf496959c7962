import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBundles } from '../../scripts/deploy/bundle'
import { reach } from '../../scripts/deploy/cloud'
import { plan } from '../../scripts/deploy/plan'
import { run } from '../../scripts/deploy/run'
import { ENV, type FakeCloud, startFakeCloud, writes } from './fake-cloud'

/** The management SDK's own door to the network, turned to the fake cloud; the rest of it is the real one. */
const { CloudService } = jest.requireActual<{ CloudService: { prototype: { baseUrl: string } } }>(
  '@cloudbase/manager-node/lib/utils/cloud-api-request',
)
/** Its wait for a function to become active looks once a second. */
const { FunctionService } = jest.requireActual<{
  FunctionService: { prototype: { waitFunctionActive(name: string): Promise<void> } }
}>('@cloudbase/manager-node/lib/function')
const withoutWaiting = () =>
  jest.spyOn(FunctionService.prototype, 'waitFunctionActive').mockResolvedValue(undefined)

const SCHEMA = {
  collections: {
    people: {
      permission: 'ADMINONLY',
      indexes: [
        {
          name: 'village',
          keys: [
            { field: 'village', direction: 1 as const },
            { field: '_id', direction: -1 as const },
          ],
        },
        { name: 'number', keys: [{ field: 'number', direction: 1 as const }], unique: true },
      ],
    },
    classes: { permission: 'ADMINONLY', indexes: [] },
  },
}
const VALUES = {
  appid: 'wx0123456789abcdef',
  env: ENV,
  region: 'ap-shanghai',
  secretId: 'AKIDfortestsonly0001',
  secretKey: 'secretfortestsonly0002',
  uploadKey: 'upload-key-for-tests-only',
  miniprogramState: 'trial',
}

let cloud: FakeCloud
let folder: string
const lines: string[] = []

function writeFunction(name: string, code: string, config: object): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'index.js'), code)
  writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config))
}

const LIMITS = { timeout: 20, memorySize: 256 }
const TIMER = { name: 'everyMinute', type: 'timer', config: '0 * * * * * *' }

async function deploy(values: Record<string, string> = VALUES, always = false): Promise<boolean> {
  lines.length = 0
  cloud.asked.length = 0
  const steps = plan({
    schema: SCHEMA,
    bundles: readBundles(folder),
    values,
    miniprogram: { folder: 'dist/weapp', version: '0.1.0', description: 'test' },
  })
  const hands = { ...reach(values), pause: () => Promise.resolve() }
  return await run(
    // The upload has a test of its own.
    steps.filter(({ part }) => part !== 'miniprogram'),
    hands,
    { values, root: folder, always, print: (line) => lines.push(line) },
  )
}

beforeEach(async () => {
  cloud = await startFakeCloud()
  folder = mkdtempSync(join(tmpdir(), 'deploy-'))
  writeFunction('api', 'exports.main = () => 1', {
    ...LIMITS,
    permissions: { openapi: ['security.msgSecCheck'] },
  })
  writeFunction('jobs', 'exports.main = () => 2', { ...LIMITS, triggers: [TIMER] })
  jest.spyOn(CloudService.prototype, 'baseUrl', 'get').mockReturnValue(cloud.url)
  // The management SDK tells of its way of uploading.
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
})

afterEach(async () => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
  await cloud.close()
})

const environmentOf = (name: string) =>
  cloud.functions.get(name)?.Environment as { Variables: { Key: string; Value: string }[] }
const variables = (name: string) =>
  Object.fromEntries(environmentOf(name).Variables.map(({ Key, Value }) => [Key, Value]))

test('an empty environment gets everything, and a second deployment changes nothing and says so', async () => {
  expect(await deploy()).toBe(true)
  expect([...cloud.collections.keys()]).toEqual(['people', 'classes'])
  expect(cloud.collections.get('people')).toMatchObject({
    acl: 'ADMINONLY',
    indexes: [
      { Name: '_id_' },
      {
        Name: 'village',
        Unique: false,
        Keys: [
          { Name: 'village', Direction: '1' },
          { Name: '_id', Direction: '-1' },
        ],
      },
      { Name: 'number', Unique: true, Keys: [{ Name: 'number', Direction: '1' }] },
    ],
  })
  expect(cloud.storageAcl).toBe('PRIVATE')
  expect(cloud.functions.get('api')).toMatchObject({
    Namespace: ENV,
    Handler: 'index.main',
    Runtime: 'Nodejs20.19',
    Timeout: 20,
    MemorySize: 256,
    InstallDependency: 'FALSE',
    Role: 'TCB_QcsRole',
  })
  expect(variables('api')).toEqual({ UPLOAD_KEY: VALUES.uploadKey, MINIPROGRAM_STATE: 'trial' })
  expect(cloud.functions.get('jobs')?.Triggers).toEqual([
    { TriggerName: 'everyMinute', Type: 'timer', TriggerDesc: '{"cron":"0 * * * * * *"}' },
  ])

  expect(await deploy()).toBe(true)
  expect(writes(cloud.asked)).toEqual([])
  expect(lines.at(-1)).toBe('6 步都没有变化：云端和这里一致。')
})

test('new code, another limit and a new variable update the function that has them, and no other', async () => {
  withoutWaiting()
  await deploy()
  writeFunction('api', 'exports.main = () => 3', { ...LIMITS, timeout: 30 })
  expect(await deploy({ ...VALUES, templateEnrolled: 'a-template-id-of-20-chars' })).toBe(true)
  expect(cloud.functions.get('api')).toMatchObject({ Timeout: 30 })
  expect(variables('api')).toMatchObject({ TEMPLATE_ENROLLED: 'a-template-id-of-20-chars' })
  const api = ['UpdateFunctionConfiguration', 'UpdateFunctionCode', 'UpdateFunctionConfiguration']
  const jobs = ['UpdateFunctionConfiguration']
  expect(writes(cloud.asked)).toEqual([...api, ...jobs])
  await deploy({ ...VALUES, templateEnrolled: 'a-template-id-of-20-chars' })
  expect(writes(cloud.asked)).toEqual([])
})

test('what others have put there stays, and is told', async () => {
  withoutWaiting()
  await deploy()
  cloud.collections.get('people')?.indexes.push({ Name: 'theirs', Keys: [{ Name: 'age', Direction: '1' }] })
  environmentOf('api').Variables.push({ Key: 'THEIRS', Value: 'x' })
  writeFunction('api', 'exports.main = () => 1', { ...LIMITS, timeout: 25 })
  expect(await deploy()).toBe(true)
  expect(cloud.collections.get('people')?.indexes).toHaveLength(4)
  expect(variables('api')).toMatchObject({ THEIRS: 'x' })
  expect(lines.join('\n')).toContain('还有不是我们的索引，没有动：theirs')
  expect(lines.join('\n')).toContain('还有不是我们的环境变量，没有动：THEIRS')
})

test('an index with our name and other fields is made anew, a timer at another time too', async () => {
  withoutWaiting()
  await deploy()
  const indexes = cloud.collections.get('people')?.indexes ?? []
  Object.assign(indexes[1] ?? {}, { Keys: [{ Name: 'village', Direction: '1' }] })
  writeFunction('jobs', 'exports.main = () => 2', {
    ...LIMITS,
    triggers: [{ ...TIMER, config: '0 */5 * * * * *' }],
  })
  expect(await deploy()).toBe(true)
  expect(cloud.collections.get('people')?.indexes).toMatchObject([
    { Name: '_id_' },
    { Name: 'number' },
    { Name: 'village', Keys: [{ Name: 'village' }, { Name: '_id', Direction: '-1' }] },
  ])
  expect(cloud.functions.get('jobs')?.Triggers).toMatchObject([{ TriggerDesc: '{"cron":"0 */5 * * * * *"}' }])
})

test('the same fields under another name are index enough', async () => {
  withoutWaiting()
  await deploy()
  Object.assign(cloud.collections.get('people')?.indexes[1] ?? {}, { Name: 'made_by_hand' })
  expect(await deploy()).toBe(true)
  expect(writes(cloud.asked)).toEqual([])
})

test('a step that fails says what and how to go on, and the next deployment goes on there', async () => {
  withoutWaiting()
  cloud.refuse('CreateFunction', { Code: 'LimitExceeded.Function', Message: 'too many functions' })
  expect(await deploy()).toBe(false)
  const text = lines.join('\n')
  expect(text).toContain('云函数 api：没有做成。超过了套餐的数量上限')
  expect(text).toContain('npm run deploy -- --only functions')
  expect(cloud.asked).not.toContain('BatchCreateTrigger')

  cloud.refuse('CreateFunction')
  expect(await deploy()).toBe(true)
  expect(writes(cloud.asked)).toEqual(['CreateFunction', 'CreateFunction', 'BatchCreateTrigger'])
})

test('code whose upload broke off before it was confirmed is uploaded again', async () => {
  withoutWaiting()
  await deploy()
  writeFunction('api', 'exports.main = () => 4', LIMITS)
  cloud.refuse('UpdateFunctionConfiguration', { Code: 'InternalError', Message: 'try later' })
  expect(await deploy()).toBe(false)
  cloud.refuse('UpdateFunctionConfiguration')
  expect(await deploy()).toBe(true)
  expect(writes(cloud.asked)).toEqual(['UpdateFunctionCode', 'UpdateFunctionConfiguration'])
})

test('wrong keys are told in a sentence, and no secret is ever printed', async () => {
  const quoting = `bad key ${VALUES.secretKey} ${VALUES.secretId} ${VALUES.uploadKey}`
  cloud.refuse('DescribeEnvInfo', { Code: 'AuthFailure.SecretIdNotFound', Message: quoting })
  expect(await deploy()).toBe(false)
  const text = lines.join('\n')
  expect(text).toContain('腾讯云不认这对 SecretId、SecretKey')
  for (const secret of [VALUES.secretKey, VALUES.secretId, VALUES.uploadKey])
    expect(text).not.toContain(secret)
})

test('without a network the sentence says so', async () => {
  jest.spyOn(CloudService.prototype, 'baseUrl', 'get').mockReturnValue('http://127.0.0.1:9')
  expect(await deploy()).toBe(false)
  expect(lines.join('\n')).toContain('连不上服务器：检查网络和代理')
})
