import { randomUUID } from 'node:crypto'
import type { ReadStream } from 'node:fs'
import { cloud } from './cloud'
import { collection, command, rows } from './database'
import { temporaryUrls } from './files'

/** Made here and on its way out: nobody's upload path begins so. */
const FOLDER = 'exports/'
/** How long a file that was made for somebody stays; its address ends before. */
const KEPT_MS = 3 * 60 * 60_000

/** `temporaryFiles`: what was made for somebody to take away, and when it is removed. */
interface TemporaryFile {
  _id: string
  fileID: string
  /** ISO. */
  removeAt: string
}

/**
 * Puts a file where only its address leads, for some hours; answers the address. One round trip and two exchanges with
 * storage.
 */
export async function handOut(content: Buffer | ReadStream, ending: string, now: Date): Promise<string> {
  const cloudPath = `${FOLDER}${randomUUID()}.${ending}`
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent: content as Buffer })) as {
    fileID: string
  }
  const removeAt = new Date(now.getTime() + KEPT_MS).toISOString()
  await collection('temporaryFiles').add({ data: { _id: cloudPath.slice(FOLDER.length), fileID, removeAt } })
  const url = (await temporaryUrls([fileID])).get(fileID)
  if (!url) throw new Error('storage has no address for what was just uploaded')
  return url
}

/** A file's bytes, read as they come; null where there is none, or more of it than `most`. */
export async function download(fileID: string, most: number): Promise<Buffer | 'missing' | 'tooBig'> {
  const url = (await temporaryUrls([fileID])).get(fileID)
  if (!url) return 'missing'
  const response = await fetch(url)
  if (!response.ok || !response.body) return 'missing'
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) return 'tooBig'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Removes files; one that is not there is as good as removed. */
export async function removeFiles(fileIDs: readonly string[]): Promise<void> {
  if (fileIDs.length > 0) await cloud.deleteFile({ fileList: [...fileIDs] })
}

/** Removes what was handed out and should be gone. */
export async function forgetFiles(now: Date): Promise<{ files: number }> {
  const old = await rows<TemporaryFile>(
    collection('temporaryFiles')
      .where({ removeAt: command.lt(now.toISOString()) })
      .limit(50),
  )
  await removeFiles(old.map(({ fileID }) => fileID))
  if (old.length > 0)
    await collection('temporaryFiles')
      .where({ _id: command.in(old.map(({ _id }) => _id)) })
      .remove()
  return { files: old.length }
}
