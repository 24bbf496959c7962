import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBundles } from '../../scripts/deploy/bundle'
import { reach } from '../../scripts/deploy/cloud'
import { plan } from '../../scripts/deploy/plan'
import { run } from '../../scripts/deploy/run'
import { ENV, type FakeCloud, startFakeCloud } from './fake-cloud'

/** A deployment to the fake cloud with the real management SDK, for each test of the file that imports this. */

/** The management SDK's own door to the network, turned to the fake cloud; the rest of it is the real one. */
const { CloudService } = jest.requireActual<{ CloudService: { prototype: { baseUrl: string } } }>(
  '@cloudbase/manager-node/lib/utils/cloud-api-request',
)
/** Where the next requests go. */
export const reachAt = (url: string) =>
  jest.spyOn(CloudService.prototype, 'baseUrl', 'get').mockReturnValue(url)
/** Its wait for a function to become active looks once a second. */
const { FunctionService } = jest.requireActual<{
  FunctionService: { prototype: { waitFunctionActive(name: string): Promise<void> } }
}>('@cloudbase/manager-node/lib/function')
export const withoutWaiting = () =>
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
export const VALUES = {
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
export const lines: string[] = []
/** The cloud of the test that runs. */
export const theCloud = () => cloud

export function writeFunction(name: string, code: string, config: object): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'index.js'), code)
  writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config))
}

export const LIMITS = { timeout: 20, memorySize: 256 }
export const TIMER = { name: 'everyMinute', type: 'timer', config: '0 * * * * * *' }

/** Plans and runs all but the upload, which has a test of its own. */
export async function deploy(values: Record<string, string> = VALUES, always = false): Promise<boolean> {
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
  reachAt(cloud.url)
  // The management SDK tells of its way of uploading.
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
})

afterEach(async () => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
  await cloud.close()
})

export const environmentOf = (name: string) =>
  cloud.functions.get(name)?.Environment as { Variables: { Key: string; Value: string }[] }
export const variables = (name: string) =>
  Object.fromEntries(environmentOf(name).Variables.map(({ Key, Value }) => [Key, Value]))
