/**
 * A name as a stranger may see it: 王*英, 王*, 欧**华, 阿*****丽. By characters as people count them, so that half of a rare one
 * never stands alone.
 */
export function maskedName(name: string): string {
  const characters = [...new Intl.Segmenter('zh').segment(name.trim())].map(({ segment }) => segment)
  const [first = '', ...rest] = characters
  const last = rest.pop()
  if (last === undefined) return characters.length === 0 ? '' : '*'
  return rest.length === 0 ? `${first}*` : `${first}${'*'.repeat(Math.min(rest.length, 5))}${last}`
}
