import type { Hands, Outcome } from './cloud'
import { Misconfigured, type Values } from './configuration'
import { applyCollection, applyStorageRule, collectionNames } from './database'
import { applyFunction, applyTimer } from './functions'
import { KEYS } from './keys'
import { applyUpload } from './miniprogram'
import { NEEDED, type Part, type Step } from './plan'
import { say } from './say'
import { sentence } from './trouble'

export interface RunOptions {
  values: Values
  root: string
  /** Uploads code even where it seems to be there already. */
  always: boolean
  print(line: string): void
}

/** Refuses before anything is done, where something these parts need is not configured. */
export function requireConfigured(parts: readonly Part[], values: Values): void {
  const missing = new Set(parts.flatMap((part) => NEEDED[part]).filter((name) => !values[name]))
  if (missing.size === 0) return
  const names = KEYS.filter(({ name }) => missing.has(name)).map(
    ({ name, question }) => `  ${name}：${question}`,
  )
  throw new Misconfigured(`还缺这些设置，运行 npm run configure 填好再来：\n${names.join('\n')}`)
}

/** One step after the other, each looked at before it is done. Answers whether all went well; the first failure ends it. */
export async function run(steps: readonly Step[], hands: Hands, options: RunOptions): Promise<boolean> {
  const { print, values } = options
  const apply = makeApply(hands, options)
  let changed = 0
  for (const [at, step] of steps.entries()) {
    const { title } = say(step)
    try {
      const { did, notes } = await apply(step)
      if (did.length > 0) changed++
      print(`[${at + 1}/${steps.length}] ${title}：${did.length > 0 ? did.join('；') : '没有变化'}`)
      for (const note of notes) print(`      注意：${note}`)
    } catch (error) {
      print(`[${at + 1}/${steps.length}] ${title}：没有做成。${sentence(error, values)}`)
      print(
        '改好以后再运行一次 npm run deploy：前面做好的会自动跳过，从这一步接着做。' +
          `只重做这一部分：npm run deploy -- --only ${step.part}`,
      )
      return false
    }
  }
  print(
    changed === 0
      ? `${steps.length} 步都没有变化：云端和这里一致。`
      : `做完了：${changed} 步有变化，${steps.length - changed} 步没有。`,
  )
  return true
}

function makeApply(hands: Hands, { values, root, always }: RunOptions): (step: Step) => Promise<Outcome> {
  let names: Promise<Set<string>> | undefined
  return async (step) => {
    switch (step.kind) {
      case 'collection':
        names ??= collectionNames(hands)
        return applyCollection(step, hands, await names)
      case 'storageRule':
        return applyStorageRule(step, hands)
      case 'function':
        return applyFunction(step, hands, always)
      case 'timer':
        return applyTimer(step, hands)
      case 'upload':
        return applyUpload(step, values, root, always)
    }
  }
}
