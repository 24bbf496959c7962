import { createHmac } from 'node:crypto'
import { cloud } from './cloud'
import type { Configuration } from './configuration'
import { Refused } from './refusal'

/**
 * Where an account uploads. A fileID does not say who uploaded it, so the path must: the prefix is keyed by a secret,
 * and nobody can guess somebody else's.
 */
export const uploadPrefix = (openid: string, { uploadKey }: Configuration): string =>
  `uploads/${createHmac('sha256', uploadKey).update(openid).digest('hex').slice(0, 32)}/`

const pathOf = (fileID: string): string => fileID.replace(/^cloud:\/\/[^/]+\//, '')

/** Refuses files outside the account's prefix (FILE_NOT_YOURS). */
export function requireOwnFiles(
  openid: string,
  configuration: Configuration,
  fileIDs: readonly string[],
): void {
  const prefix = uploadPrefix(openid, configuration)
  for (const fileID of fileIDs) {
    const path = pathOf(fileID)
    if (!path.startsWith(prefix) || path.includes('..')) throw new Refused('FILE_NOT_YOURS')
  }
}

/** The platform's limit for one exchange. */
const ADDRESSES = 50

/** Temporary addresses, by fileID; one exchange for each 50 files, none for none. A lost file has no address. */
export async function temporaryUrls(fileIDs: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(fileIDs)]
  const urls = new Map<string, string>()
  for (let from = 0; from < wanted.length; from += ADDRESSES) {
    const { fileList } = (await cloud.getTempFileURL({ fileList: wanted.slice(from, from + ADDRESSES) })) as {
      fileList: { fileID: string; tempFileURL?: string }[]
    }
    for (const file of fileList) if (file.tempFileURL) urls.set(file.fileID, file.tempFileURL)
  }
  return urls
}

/**
 * Refuses files that are not in the cloud (FILE_NOT_YOURS): told now, the person can take the photo again; told later,
 * nobody would see it. Where storage itself cannot say, they are taken.
 */
export async function requireUploaded(fileIDs: readonly string[]): Promise<void> {
  const urls = await temporaryUrls(fileIDs).catch(() => null)
  if (urls && fileIDs.some((fileID) => !urls.has(fileID))) throw new Refused('FILE_NOT_YOURS')
}
