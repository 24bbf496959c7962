import { Unzip, UnzipInflate } from 'fflate'
import { Unreadable } from './unreadable'

/** Bytes given to the decompressor at a time: a thousand times as many may come out of it before anybody looks. */
const SLICE = 8 * 1024
/** What may come out of one file in all; 10,000 full rows are a tenth of it. */
const MOST_BYTES = 64 * 1024 * 1024

export type Sink = (chunk: Uint8Array, last: boolean) => void

/**
 * Goes once through a zip file and streams the parts somebody wants to their sinks, in the order of the file. What a sink
 * throws ends it. Throws Unreadable where the file is damaged or too much comes out of it (a zip bomb).
 */
export function unzip(bytes: Uint8Array, sinkOf: (name: string) => Sink | undefined): void {
  let total = 0
  const zip = new Unzip((file) => {
    const sink = sinkOf(file.name)
    if (!sink) return
    file.ondata = (error, chunk, last) => {
      // What a sink threw comes back here as well.
      if (error) throw error instanceof Unreadable ? error : new Unreadable('FILE_BROKEN')
      total += chunk.length
      if (total > MOST_BYTES) throw new Unreadable('FILE_TOO_MUCH')
      sink(chunk, last)
    }
    file.start()
  })
  zip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length; from += SLICE)
      zip.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length)
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('FILE_BROKEN')
  }
}
