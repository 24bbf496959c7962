/** The steps of a setData path: `root.cn.[0].v` and `root.cn[0].v` are both root, cn, 0, v. */
function steps(path: string): string[] {
  return path.replace(/\.?\[(\d+)\]/g, '.$1').split('.')
}

/**
 * Applies one setData as WeChat does: each key is a path, missing objects and lists on the way are made.
 * Values travel as JSON.
 * @returns the patch as the view layer gets it, and its size in bytes
 * @throws where a value is undefined, which WeChat refuses to set
 */
export function applySetData(
  data: Record<string, unknown>,
  patch: Record<string, unknown>,
): { sent: Record<string, unknown>; bytes: number } {
  for (const [path, value] of Object.entries(patch)) {
    if (value === undefined) throw new Error(`setData: ${path} is undefined`)
  }
  const json = JSON.stringify(patch)
  const sent = JSON.parse(json) as Record<string, unknown>
  // A second copy: the view layer must not share objects with the data that later patches change.
  for (const [path, value] of Object.entries(JSON.parse(json))) setAt(data, steps(path), value)
  return { sent, bytes: new TextEncoder().encode(json).length }
}

function setAt(target: Record<string, unknown>, path: string[], value: unknown): void {
  let place = target
  path.slice(0, -1).forEach((step, at) => {
    if (typeof place[step] !== 'object' || place[step] === null) {
      place[step] = /^\d+$/.test(path[at + 1] ?? '') ? [] : {}
    }
    place = place[step] as Record<string, unknown>
  })
  place[path[path.length - 1] ?? ''] = value
}
