import {
  deploy,
  environmentOf,
  LIMITS,
  lines,
  TIMER,
  theCloud,
  VALUES,
  variables,
  withoutWaiting,
  writeFunction,
} from './deployment'
import { writes } from './fake-cloud'

test('an empty environment gets everything, and a second deployment changes nothing and says so', async () => {
  expect(await deploy()).toBe(true)
  expect([...theCloud().collections.keys()]).toEqual(['people', 'classes'])
  expect(theCloud().collections.get('people')).toMatchObject({
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
  expect(theCloud().storageAcl).toBe('PRIVATE')
  expect(theCloud().functions.get('api')).toMatchObject({
    Namespace: VALUES.env,
    Handler: 'index.main',
    Runtime: 'Nodejs20.19',
    Timeout: 20,
    MemorySize: 256,
    InstallDependency: 'FALSE',
    Role: 'TCB_QcsRole',
  })
  const code = theCloud().functions.get('api')?.Code as { ZipFile: string } | undefined
  const zip = Buffer.from(code?.ZipFile ?? '', 'base64').toString('latin1')
  for (const file of ['index.js', 'config.json']) expect(zip).toContain(file)
  expect(variables('api')).toEqual({ UPLOAD_KEY: VALUES.uploadKey, MINIPROGRAM_STATE: 'trial' })
  expect(theCloud().functions.get('jobs')?.Triggers).toEqual([
    { TriggerName: 'everyMinute', Type: 'timer', TriggerDesc: '{"cron":"0 * * * * * *"}' },
  ])

  expect(await deploy()).toBe(true)
  expect(writes(theCloud().asked)).toEqual([])
  expect(lines.at(-1)).toBe('6 步都没有变化：云端和这里一致。')
})

test('new code, another limit and a new variable update the function that has them, and no other', async () => {
  withoutWaiting()
  await deploy()
  writeFunction('api', 'exports.main = () => 3', { ...LIMITS, timeout: 30 })
  expect(await deploy({ ...VALUES, templateEnrolled: 'a-template-id-of-20-chars' })).toBe(true)
  expect(theCloud().functions.get('api')).toMatchObject({ Timeout: 30 })
  expect(variables('api')).toMatchObject({ TEMPLATE_ENROLLED: 'a-template-id-of-20-chars' })
  const api = ['UpdateFunctionConfiguration', 'UpdateFunctionCode', 'UpdateFunctionConfiguration']
  const jobs = ['UpdateFunctionConfiguration']
  expect(writes(theCloud().asked)).toEqual([...api, ...jobs])
  await deploy({ ...VALUES, templateEnrolled: 'a-template-id-of-20-chars' })
  expect(writes(theCloud().asked)).toEqual([])
})

test('what others have put there stays, and is told', async () => {
  withoutWaiting()
  await deploy()
  theCloud()
    .collections.get('people')
    ?.indexes.push({ Name: 'theirs', Keys: [{ Name: 'age', Direction: '1' }] })
  environmentOf('api').Variables.push({ Key: 'THEIRS', Value: 'x' })
  writeFunction('api', 'exports.main = () => 1', { ...LIMITS, timeout: 25 })
  expect(await deploy()).toBe(true)
  expect(theCloud().collections.get('people')?.indexes).toHaveLength(4)
  expect(variables('api')).toMatchObject({ THEIRS: 'x' })
  expect(lines.join('\n')).toContain('还有不是我们的索引，没有动：theirs')
  expect(lines.join('\n')).toContain('还有不是我们的环境变量，没有动：THEIRS')
})

test('an index with our name and other fields is made anew, a timer at another time too', async () => {
  withoutWaiting()
  await deploy()
  const indexes = theCloud().collections.get('people')?.indexes ?? []
  Object.assign(indexes[1] ?? {}, { Keys: [{ Name: 'village', Direction: '1' }] })
  writeFunction('jobs', 'exports.main = () => 2', {
    ...LIMITS,
    triggers: [{ ...TIMER, config: '0 */5 * * * * *' }],
  })
  expect(await deploy()).toBe(true)
  expect(theCloud().collections.get('people')?.indexes).toMatchObject([
    { Name: '_id_' },
    { Name: 'number' },
    { Name: 'village', Keys: [{ Name: 'village' }, { Name: '_id', Direction: '-1' }] },
  ])
  expect(theCloud().functions.get('jobs')?.Triggers).toMatchObject([
    { TriggerDesc: '{"cron":"0 */5 * * * * *"}' },
  ])
})

test('the same fields under another name are index enough', async () => {
  withoutWaiting()
  await deploy()
  Object.assign(theCloud().collections.get('people')?.indexes[1] ?? {}, { Name: 'made_by_hand' })
  expect(await deploy()).toBe(true)
  expect(writes(theCloud().asked)).toEqual([])
})
