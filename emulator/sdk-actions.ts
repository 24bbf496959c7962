import { FAILURES } from './errors'
import { isPath } from './files'
import type { SdkParts } from './sdk'

export type Payload = Record<string, unknown>
export type Answer = { data: unknown } | { code: string; message: string }

/** Files in one exchange, the cloud's limit. */
const MAX_FILES = 50
/** What the SDK is told of a call it makes, by the number a mini-program is told. */
const CODES: Record<number, string> = {
  [FAILURES.tooManyCalls.code]: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
}

export const wrong = (message: string): Answer => ({ code: 'INVALID_PARAM', message })

/** What the SDK asks that is not about documents: files, and other functions. */
export async function otherAction(
  parts: SdkParts,
  instance: string,
  action: string,
  payload: Payload,
): Promise<Answer> {
  const { functions, files, base } = parts
  switch (action) {
    case 'storage.batchGetDownloadUrl': {
      const wanted = payload.file_list
      if (!Array.isArray(wanted) || wanted.length > MAX_FILES)
        return wrong(`file_list: at most ${MAX_FILES} files`)
      const list = (wanted as (string | { fileid?: unknown; max_age?: unknown } | null)[]).map((each) =>
        typeof each === 'string'
          ? files.address(each, base())
          : files.address(each?.fileid, base(), each?.max_age),
      )
      return { data: { download_list: list } }
    }
    case 'storage.batchDeleteFile': {
      const wanted = payload.fileid_list
      if (!Array.isArray(wanted) || wanted.length > MAX_FILES)
        return wrong(`fileid_list: at most ${MAX_FILES} files`)
      return { data: { delete_list: wanted.map((fileID) => files.remove(fileID)) } }
    }
    case 'storage.getUploadMetadata': {
      const { path } = payload
      if (typeof path !== 'string' || !isPath(path)) return wrong('path')
      return { data: files.uploadAddress(path, base()) }
    }
    case 'functions.invokeFunction': {
      const text = payload.request_data
      if (text !== undefined && typeof text !== 'string') return wrong('request_data')
      const answer = await functions.callFrom(instance, String(payload.function_name), checked(text || '{}'))
      if ('error' in answer)
        return { code: CODES[answer.error.code] ?? 'FUNCTIONS_EXECUTE_FAIL', message: answer.error.message }
      return { data: { response_data: JSON.stringify(answer.result) } }
    }
    default:
      return wrong(`unknown action ${action.slice(0, 60)}`)
  }
}

/** The text, if it is JSON; throws otherwise. */
function checked(text: string): string {
  JSON.parse(text)
  return text
}
