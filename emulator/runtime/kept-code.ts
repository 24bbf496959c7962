import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { threadId } from 'node:worker_threads'

type Compile = (this: NodeModule, source: string, filename: string) => unknown

/** Node loses what a dynamic import needs when code comes from outside; a first line for the shell is no JavaScript. */
const UNFIT = /^#!|\bimport\s*\(/

/**
 * Has a bundle compiled from the code V8 made of it at an earlier start, where the folder holds that of the very same text:
 * a start then takes about two thirds of the time. What is torn, or of another V8, V8 refuses.
 * @returns what keeps the code, if it was not kept already: to be called when what a call needs has been compiled
 */
export function keptCodeOf(bundle: string, folder: string): () => void {
  const kept = join(folder, `${basename(dirname(bundle))}.code`)
  let keep: (() => void) | undefined

  const compile: Compile = function (source, filename) {
    // V8 itself compares no more than the length: the text's hash comes first.
    const hash = createHash('sha256').update(source).digest()
    let cachedData: Buffer | undefined
    try {
      const file = readFileSync(kept)
      if (hash.equals(file.subarray(0, hash.length))) cachedData = file.subarray(hash.length)
    } catch {
      // The first start.
    }
    const script = new Script(Module.wrap(source), { filename, cachedData })
    if (!cachedData || script.cachedDataRejected)
      keep = () => {
        const half = `${kept}.${process.pid}.${threadId}`
        writeFileSync(half, Buffer.concat([hash, script.createCachedData()]))
        renameSync(half, kept)
      }
    const run = script.runInThisContext() as (...values: unknown[]) => unknown
    return run.call(this.exports, this.exports, createRequire(filename), this, filename, dirname(filename))
  }

  const prototype = Module.prototype as unknown as { _compile: Compile }
  const { _compile } = prototype
  prototype._compile = function (source, filename) {
    return (filename === bundle && !UNFIT.test(source) ? compile : _compile).call(this, source, filename)
  }
  return () => {
    keep?.()
    keep = undefined
  }
}
