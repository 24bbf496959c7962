import { shown, type Values } from '../deploy/configuration'
import { KEYS, type Key } from '../deploy/keys'

export interface Terminal {
  /** One line a person typed, trimmed; undefined where they left (Ctrl-D). What is typed for a secret is not shown. */
  ask(prompt: string, secret: boolean): Promise<string | undefined>
  print(line: string): void
}

/** Typed to take a value away. */
const CLEAR = '-'

/** What Enter alone does, in words, and the value it gives. */
function onEnter(key: Key, current: string | undefined): { words: string; value: () => string | undefined } {
  if (current !== undefined)
    return { words: `现在：${shown(key, current)}。回车保留，${CLEAR} 清空`, value: () => current }
  if (key.make) return { words: '还没有。回车自动生成一个', value: key.make }
  if (key.fallback) return { words: `回车就用 ${key.fallback}`, value: () => key.fallback }
  return { words: '还没有。回车先跳过', value: () => undefined }
}

/** Asks for every key, one after the other; undefined where the person left before the end. */
export async function askAll(before: Values, terminal: Terminal): Promise<Values | undefined> {
  const after: Values = {}
  for (const [at, key] of KEYS.entries()) {
    terminal.print(`\n(${at + 1}/${KEYS.length}) ${key.question}`)
    terminal.print(`    ${key.help}`)
    const answer = await askOne(key, before[key.name], terminal)
    if (answer === 'left') return undefined
    if (answer.value !== undefined) after[key.name] = answer.value
  }
  return after
}

async function askOne(
  key: Key,
  current: string | undefined,
  { ask, print }: Terminal,
): Promise<'left' | { value: string | undefined }> {
  const enter = onEnter(key, current)
  print(`    ${enter.words}`)
  for (;;) {
    const typed = await ask('  > ', key.secret === true)
    if (typed === undefined) return 'left'
    if (typed === '') return { value: enter.value() }
    if (typed === CLEAR) return { value: undefined }
    const wrong = key.wrong(typed)
    if (!wrong) return { value: typed }
    print(`    不对：${wrong}`)
  }
}
