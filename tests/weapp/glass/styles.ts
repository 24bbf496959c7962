import postcss, { type Rule } from 'postcss'
import { resolvePath } from '../phone/logic/app-json'

/** A type selector: at the start of a part of a selector, not after `.`, `#`, `:` or inside a name. */
const TYPE = /(^|[\s>+~,(])([a-z][\w-]*)/g

const insideKeyframes = (rule: Rule) =>
  rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(String(rule.parent.name))

/** Sizes that depend on WeChat's window: under the navigation bar, above the tab bar. */
const lengths = (value: string) =>
  value
    .replace(/(-?[\d.]+)rpx\b/g, 'calc($1 * 100vw / 750)')
    .replace(/(-?[\d.]+)vh\b/g, 'calc($1 * var(--vh))')

/** A stylesheet of the bundle with what it imports, as the browser reads it: tags are `wx-…`, rpx and vh WeChat's. */
export function browserStyle(bundle: Record<string, string>, file: string): string {
  const source = bundle[file]
  if (source === undefined) return ''
  const root = postcss.parse(source, { from: file })
  root.walkAtRules('import', (rule) => {
    const path = rule.params.replace(/^["']|["']$/g, '')
    rule.replaceWith(postcss.parse(browserStyle(bundle, resolvePath(path.startsWith('/') ? '' : file, path))))
  })
  root.walkRules((rule) => {
    if (insideKeyframes(rule)) return
    rule.selector = rule.selector.replace(TYPE, (_, before, tag) =>
      tag.startsWith('wx-') ? `${before}${tag}` : `${before}wx-${tag}`,
    )
  })
  root.walkDecls((declaration) => {
    if (!declaration.value.includes('url(')) declaration.value = lengths(declaration.value)
  })
  return root.toString()
}
