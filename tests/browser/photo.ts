import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crcOf = (bytes: Buffer): number =>
  (bytes.reduce((crc, byte) => (CRC[(crc ^ byte) & 255] as number) ^ (crc >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crcOf(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const SIDE = 240

/** A picture as a phone might take it: a leaf with yellow edges, or a paper with lines. */
function pixels(what: 'leaf' | 'receipt'): Buffer {
  const rows: Buffer[] = []
  for (let y = 0; y < SIDE; y++) {
    const row = Buffer.alloc(1 + SIDE * 3)
    for (let x = 0; x < SIDE; x++) {
      const far = ((x - SIDE / 2) / (SIDE / 2.2)) ** 2 + ((y - SIDE / 2) / (SIDE / 3.2)) ** 2
      const vein = Math.abs(y - SIDE / 2) < 2 || Math.abs(((x + Math.abs(y - SIDE / 2)) % 36) - 18) < 1
      const leaf =
        far > 1 ? [196, 178, 150] : vein ? [150, 185, 90] : far > 0.72 ? [214, 190, 70] : [92, 142, 62]
      const line = y % 26 < 3 && x > 24 && x < SIDE - 24 - (y % 78)
      const paper = line ? [90, 96, 110] : [246, 243, 232]
      row.set(what === 'leaf' ? leaf : paper, 1 + x * 3)
    }
    rows.push(row)
  }
  return Buffer.concat(rows)
}

/** The bytes of such a picture, a PNG. */
export function photoBytes(what: 'leaf' | 'receipt'): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(what))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

let folder = ''
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = ''
})

/** The same as a file of this machine, to be chosen from its album. */
export function photoOf(what: 'leaf' | 'receipt'): string {
  folder ||= mkdtempSync(join(tmpdir(), 'album-'))
  const file = join(folder, `${what}.png`)
  writeFileSync(file, photoBytes(what))
  return file
}
