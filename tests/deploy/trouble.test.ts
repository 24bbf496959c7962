import { deploy, LIMITS, lines, reachAt, theCloud, VALUES, withoutWaiting, writeFunction } from './deployment'
import { writes } from './fake-cloud'

test('a step that fails says what and how to go on, and the next deployment goes on there', async () => {
  withoutWaiting()
  theCloud().refuse('CreateFunction', { Code: 'LimitExceeded.Function', Message: 'too many functions' })
  expect(await deploy()).toBe(false)
  const text = lines.join('\n')
  expect(text).toContain('云函数 api：没有做成。超过了套餐的数量上限')
  expect(text).toContain('npm run deploy -- --only functions')
  expect(theCloud().asked).not.toContain('BatchCreateTrigger')

  theCloud().refuse('CreateFunction')
  expect(await deploy()).toBe(true)
  expect(writes(theCloud().asked)).toEqual(['CreateFunction', 'CreateFunction', 'BatchCreateTrigger'])
})

test('code whose upload broke off before it was confirmed is uploaded again', async () => {
  withoutWaiting()
  await deploy()
  writeFunction('api', 'exports.main = () => 4', LIMITS)
  theCloud().refuse('UpdateFunctionConfiguration', { Code: 'InternalError', Message: 'try later' })
  expect(await deploy()).toBe(false)
  theCloud().refuse('UpdateFunctionConfiguration')
  expect(await deploy()).toBe(true)
  expect(writes(theCloud().asked)).toEqual(['UpdateFunctionCode', 'UpdateFunctionConfiguration'])
})

test('wrong keys are told in a sentence, and no secret is ever printed', async () => {
  const quoting = `bad key ${VALUES.secretKey} ${VALUES.secretId} ${VALUES.uploadKey}`
  theCloud().refuse('DescribeEnvInfo', { Code: 'AuthFailure.SecretIdNotFound', Message: quoting })
  expect(await deploy()).toBe(false)
  const text = lines.join('\n')
  expect(text).toContain('腾讯云不认这对 SecretId、SecretKey')
  for (const secret of [VALUES.secretKey, VALUES.secretId, VALUES.uploadKey])
    expect(text).not.toContain(secret)
})

test('without a network the sentence says so', async () => {
  reachAt('http://127.0.0.1:9')
  expect(await deploy()).toBe(false)
  expect(lines.join('\n')).toContain('连不上服务器：检查网络和代理')
})
