import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { KEYS } from '../../scripts/deploy/keys'

const READMES = ['README.md', 'README.zh-CN.md']
const DOCUMENTS = [
  ...READMES,
  'emulator/README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const text = (file: string) => readFileSync(file, 'utf8')
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
const NPM_OWN = new Set(['ci', 'start', 'test'])

/** What stands in `code` or a fenced block. */
const codeIn = (markdown: string): string[] => [
  ...[...markdown.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, code]) => code ?? ''),
  ...[...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? ''),
]

/** Made by a command or by a person; not in the repository. */
const MADE = /^(dist|\.data|\.cache|node_modules)\b|^deploy\.private\.json$|^project\.private\.config\.json$/
const TRACKED = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n')
/** A path may be told from the root, from the document's own folder, or by its end: `rules.ts`, `platform/request.ts`. */
const isThere = (file: string, path: string): boolean =>
  ['.', dirname(file)].some((folder) => existsSync(join(folder, path))) ||
  TRACKED.some(
    (tracked) => `/${tracked}`.endsWith(`/${path}`) || `/${tracked}`.includes(`/${path.replace(/\/$/, '')}/`),
  )

/** The paths a document names: words with a slash between, and files of ours by their ending. */
const pathsIn = (file: string): string[] =>
  codeIn(text(file))
    .flatMap((code) => code.replace(/https?:\S+/g, '').split(/[\s,;:'"()|]+/))
    .map((word) => word.replace(/[.…]+$/, ''))
    .filter((word) => /^[\w.-]+(\/[\w@.-]+)*\/?$/.test(word))
    .filter((word) => word.includes('/') || /\.(md|tsx?|scss|json)$/.test(word))
    .filter((word) => !MADE.test(word))

test.each(DOCUMENTS)('every command in %s exists', (file) => {
  const commands = codeIn(text(file)).flatMap((code) => [
    ...[...code.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? ''),
    ...[...code.matchAll(/npm (start|test|ci)\b/g)].map(([, name]) => name ?? ''),
  ])
  for (const name of commands) if (!NPM_OWN.has(name)) expect(Object.keys(scripts)).toContain(name)
  if (READMES.includes(file)) expect(new Set(commands).size).toBeGreaterThan(5)
})

test.each(DOCUMENTS)('every path that %s names is there', (file) => {
  const missing = pathsIn(file).filter((path) => !isThere(file, path))
  expect(missing).toEqual([])
  if (READMES.includes(file)) expect(pathsIn(file).length).toBeGreaterThan(15)
})

test.each(DOCUMENTS)('every link and picture in %s leads somewhere', (file) => {
  const links = [...text(file).matchAll(/\]\(([^)#]*)(#[^)]*)?\)/g)]
  for (const [, path = '', anchor = ''] of links) {
    const target = path === '' ? file : normalize(join(dirname(file), path))
    expect(existsSync(target)).toBe(true)
    if (anchor) expect(anchorsOf(target)).toContain(anchor.slice(1))
  }
})

/** Headings as a forge names them. */
const anchorsOf = (file: string): string[] =>
  [...text(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

test.each(READMES)('%s has every key of the configuration, with its environment variable', (file) => {
  for (const { name, variable } of KEYS) {
    expect(text(file)).toContain(`\`${name}\``)
    expect(text(file)).toContain(`\`${variable}\``)
  }
})

test('what jest is told to run in the READMEs has tests', () => {
  for (const file of READMES)
    for (const [, paths = ''] of text(file).matchAll(/`npx jest ([^`]+)`/g))
      for (const path of paths.split(' ')) {
        const tests = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
          /\.test\.tsx?$/.test(name),
        )
        expect({ path, tests: tests.length > 0 }).toEqual({ path, tests: true })
      }
})

test('both READMEs have the same sections', () => {
  const shape = (file: string) => [...text(file).matchAll(/^(#+) /gm)].map(([, level = '']) => level.length)
  expect(shape('README.zh-CN.md')).toEqual(shape('README.md'))
})
