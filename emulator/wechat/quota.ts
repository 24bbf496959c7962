/** Calls a minute, as each API's page says. */
const A_MINUTE: Record<string, number> = {
  'security.msgSecCheck': 4000,
  'security.imgSecCheck': 2000,
  'security.mediaCheckAsync': 2000,
  'wxacode.getUnlimited': 5000,
}
const MINUTE = 60_000

/** Whether one more call of an API is within its limit; it counts if it is. */
export function makeQuota(now: () => number): (name: string) => boolean {
  const counts = new Map<string, { minute: number; count: number }>()
  return (name) => {
    const limit = A_MINUTE[name]
    if (limit === undefined) return true
    const minute = Math.floor(now() / MINUTE)
    const last = counts.get(name)
    const count = last?.minute === minute ? last.count : 0
    if (count >= limit) return false
    counts.set(name, { minute, count: count + 1 })
    return true
  }
}
