const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const UUID = /^class-([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/

/** Three hexadecimal digits are two of sixty-four. */
function packed(hex: string): string {
  let text = ''
  for (let at = 0; at < hex.length; at += 3) {
    const number = Number.parseInt(hex.slice(at, at + 3).padEnd(3, '0'), 16)
    text += DIGITS[number >> 6]! + DIGITS[number & 63]!
  }
  return text
}

function unpacked(text: string): string {
  let hex = ''
  for (let at = 0; at + 1 < text.length; at += 2) {
    const number = (DIGITS.indexOf(text[at]!) << 6) | DIGITS.indexOf(text[at + 1]!)
    hex += number.toString(16).padStart(3, '0')
  }
  return hex
}

/**
 * A class as the code of a notice names it: WeChat allows 32 characters, and a class's id has more. Nothing has to be looked
 * up, neither here nor there.
 */
export function sceneOfClass(classId: string): string | undefined {
  const parts = UUID.exec(classId)
  if (parts) return `u${packed(parts.slice(1).join(''))}`
  return /^[\w-]{1,31}$/.test(classId) ? `c${classId}` : undefined
}

/** The class a code names; undefined for a code of anything else. */
export function classOfScene(scene: string): string | undefined {
  if (/^c[\w-]{1,31}$/.test(scene)) return scene.slice(1)
  if (!/^u[\w-]{22}$/.test(scene)) return undefined
  const hex = unpacked(scene.slice(1)).slice(0, 32)
  return `class-${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
