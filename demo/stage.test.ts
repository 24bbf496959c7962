import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEMO_TEMPLATES } from './environment'

const script = readFileSync('demo/stage/stage.js', 'utf8')
const page = readFileSync('demo/stage/index.html', 'utf8')

test('a service message has the same words beside its fields as the templates the deployment asks for', () => {
  for (const { id, fields, keywords } of DEMO_TEMPLATES) {
    const labels = fields.map((field, at) => `${field}: '${keywords[at]}'`).join(', ')
    expect(script).toContain(`'${id}': { ${labels} }`)
  }
})

test('what the page quotes of the mini-program stands there in these words', () => {
  const client = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(join('client', file), 'utf8'))
    .join('\n')
  const quoted = [...`${script}${page}`.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words)
  // WeChat's own button.
  const ours = quoted.filter((words) => words !== '允许')
  expect(ours.length).toBeGreaterThan(3)
  expect(ours.filter((words) => !client.includes(words))).toEqual([])
})
