import { KEYS } from '../deploy/keys'
import { askAll, type Terminal } from './ask'
import { merge } from './main'

/** A person at the terminal: answers by key, Enter for the rest. */
function person(answers: Record<string, string[]>, leaveAt?: string) {
  const said: string[] = []
  let key = -1
  const terminal: Terminal = {
    print(line) {
      if (/^\n\(\d+\//.test(line)) key++
      said.push(line)
    },
    ask(_, secret) {
      const current = KEYS[key]
      expect(secret).toBe(current?.secret === true)
      if (current?.name === leaveAt) return Promise.resolve(undefined)
      return Promise.resolve(answers[current?.name ?? '']?.shift() ?? '')
    },
  }
  return { terminal, said }
}

test('Enter keeps what is set, falls back, and makes an upload key where there is none', async () => {
  const { terminal } = person({})
  const after = await askAll({ env: 'keji-env' }, terminal)
  expect(after).toEqual({
    env: 'keji-env',
    region: 'ap-shanghai',
    miniprogramState: 'formal',
    uploadKey: expect.stringMatching(/^[\w-]{32}$/) as string,
    identityHashKey: expect.stringMatching(/^[\w-]{32}$/) as string,
    identityKeys: expect.stringMatching(/^\d{4}-\d\d-\d\d:[\w+/]{43}=$/) as string,
    bindingByMatch: 'off',
  })
})

test('a wrong answer is asked again with what a right one looks like', async () => {
  const { terminal, said } = person({ appid: ['wx12', 'wx0123456789abcdef'] })
  expect(await askAll({}, terminal)).toMatchObject({ appid: 'wx0123456789abcdef' })
  expect(said.join('\n')).toContain('不对：AppID 是 wx 加 16 位')
})

test('a second run shows what is set but no secret, and a dash takes it away', async () => {
  const before = {
    appid: 'wx0123456789abcdef',
    secretKey: 'verysecretkey0001',
    uploadKey: 'very-secret-upload-key',
  }
  const { terminal, said } = person({ secretKey: ['-'] })
  const after = await askAll(before, terminal)
  expect(after).toMatchObject({ appid: before.appid, uploadKey: before.uploadKey })
  expect(after).not.toHaveProperty('secretKey')
  const text = said.join('\n')
  expect(text).toContain('现在：wx0123456789abcdef')
  expect(text).toContain('已设置（22 个字符，不显示）')
  for (const secret of [before.secretKey, before.uploadKey]) expect(text).not.toContain(secret)
})

test('who leaves half-way has changed nothing', async () => {
  const { terminal } = person({ appid: ['wx0123456789abcdef'] }, 'miniprogramState')
  expect(await askAll({}, terminal)).toBeUndefined()
})

test('options change what they name and nothing else', () => {
  const before = { env: 'keji-env', secretId: 'AKID0123456789012345' }
  const after = merge(before, { appid: 'wx0123456789abcdef', secretId: '', uploadKey: 'auto' })
  expect(after).toMatchObject({ env: 'keji-env', appid: 'wx0123456789abcdef' })
  expect(after).not.toHaveProperty('secretId')
  expect(after.uploadKey).toHaveLength(32)
  expect(() => merge({}, { miniprogramState: 'beta' })).toThrow('--miniprogramState 不对')
})
