import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

/**
 * LXGW WenKai, the regular script certificates are written in. It has all of the national table of characters (8105) and most
 * of what names hold beyond; Noto Sans SC, as it is published in slices, lacks 704 of them.
 */
const PACKAGE = dirname(require.resolve('@fontsource/lxgw-wenkai/package.json'))
export const FONT_SOURCE = join(PACKAGE, 'files', 'lxgw-wenkai-latin-500-normal.woff')
const LICENCE = join(PACKAGE, 'LICENSE')

const HEADER = 12
const ENTRY = 16
/** Tables begin at multiples of four bytes. */
const padded = (length: number): number => (length + 3) & ~3

/** A WOFF file (https://www.w3.org/TR/WOFF/) as the font it was made from: its tables, unpacked. */
export function unpackFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, n) => {
    const at = 44 + 20 * n
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ]
    const data = woff.subarray(offset, offset + packed)
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.subarray(at + 16, at + 20),
      data: packed < length ? inflateSync(data) : data,
    }
  })
  const size = tables.reduce((sum, { data }) => sum + padded(data.length), HEADER + ENTRY * count)
  const font = Buffer.alloc(size)
  woff.copy(font, 0, 4, 8)
  font.writeUInt16BE(count, 4)
  const power = Math.floor(Math.log2(count))
  font.writeUInt16BE(ENTRY * 2 ** power, 6)
  font.writeUInt16BE(power, 8)
  font.writeUInt16BE(ENTRY * (count - 2 ** power), 10)
  let end = HEADER + ENTRY * count
  tables.forEach(({ tag, checksum, data }, n) => {
    const at = HEADER + ENTRY * n
    tag.copy(font, at)
    checksum.copy(font, at + 4)
    font.writeUInt32BE(end, at + 8)
    font.writeUInt32BE(data.length, at + 12)
    data.copy(font, end)
    end += padded(data.length)
  })
  return font
}

/** Puts the font beside a function's bundle, with its licence, as that demands. */
export function copyFont(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'certificate.ttf'), unpackFont(readFileSync(FONT_SOURCE)))
  copyFileSync(LICENCE, join(folder, 'OFL.txt'))
}
