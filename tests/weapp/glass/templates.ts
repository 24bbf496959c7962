import { TmplGroup } from 'glass-easel-template-compiler'
import { BUILTIN_TEMPLATES } from './builtin-templates'

/** WeChat's own words of WXML; every other tag is a component, built in or the bundle's. */
const WORDS = 'import|include|template|wxs|block|slot|comp'
const TAG = new RegExp(`<(/?)(?!(?:${WORDS})\\b)([a-z][\\w-]*)`, 'g')

/** A program that makes glass-easel's templates; it is the compiler's output, an expression. */
export type Program = string

interface Complaint {
  startLine: number
  message: string
}

function compile(files: Record<string, string>): Program {
  const group = new TmplGroup()
  try {
    for (const [file, source] of Object.entries(files)) {
      const path = file.replace(/\.wx(ml|s)$/, '')
      if (file.endsWith('.wxs')) group.addScript(path, source)
      else
        for (const { startLine, message } of group.addTmpl(path, source) as Complaint[])
          throw new Error(`${file}:${startLine}: ${message}`)
    }
    return group.getTmplGenObjectGroups()
  } finally {
    group.free()
  }
}

/**
 * Compiles a bundle's templates for glass-easel, WeChat's own component framework. Tags become `wx-…`, as in
 * WeChat's view, so that they are not the browser's.
 * @throws where the compiler complains
 */
export function compileForGlass(bundle: Record<string, string>): Program {
  const files = Object.entries(bundle).filter(([file]) => /\.wx(ml|s)$/.test(file))
  return compile(
    Object.fromEntries(
      files.map(([file, text]) => [file, file.endsWith('l') ? text.replace(TAG, '<$1wx-$2') : text]),
    ),
  )
}

/** The insides of WeChat's built-in components, by name. */
export const compileBuiltins = (): Record<string, Program> =>
  Object.fromEntries(
    Object.entries(BUILTIN_TEMPLATES).map(([name, source]) => [name, compile({ '.wxml': source })]),
  )
