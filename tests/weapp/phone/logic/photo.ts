function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

function adler(bytes: Uint8Array): number {
  let [low, high] = [1, 0]
  for (const byte of bytes) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return ((high << 16) | low) >>> 0
}

const number32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

function chunk(name: string, body: number[]): number[] {
  const named = [...name].map((letter) => letter.charCodeAt(0)).concat(body)
  return [...number32(body.length), ...named, ...number32(checksum(Uint8Array.from(named)))]
}

/** A small valid PNG (32 × 24), another green for each number: a photo of the fields. Not compressed. */
export function makePhoto(number: number): Uint8Array {
  const [width, height] = [32, 24]
  const rows: number[] = []
  for (let y = 0; y < height; y++) {
    rows.push(0)
    for (let x = 0; x < width; x++) rows.push((number * 37) % 120, 120 + y * 4, 60 + x)
  }
  const size = [rows.length & 255, rows.length >> 8]
  const stored = [1, ...size, ...size.map((byte) => ~byte & 255), ...rows]
  return Uint8Array.from([
    ...[137, 80, 78, 71, 13, 10, 26, 10],
    ...chunk('IHDR', [...number32(width), ...number32(height), 8, 2, 0, 0, 0]),
    ...chunk('IDAT', [0x78, 1, ...stored, ...number32(adler(Uint8Array.from(rows)))]),
    ...chunk('IEND', []),
  ])
}
