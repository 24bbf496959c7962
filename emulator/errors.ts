import type { CallError } from './types'

/**
 * What `wx.cloud.callFunction` rejects with. Numbers and words as in WeChat's table
 * (developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html) and in wx-server-sdk 4.0.2's own;
 * -501000 and -504003 are in neither, but are what the cloud answers (reports of users).
 */
export const FAILURES = {
  functionNotFound: { code: -501000, message: 'FunctionName parameter could not be found' },
  tooManyCalls: { code: -501004, message: 'exceed concurrent request limit' },
  malformed: { code: -501007, message: 'invalid parameters' },
  /** The table has no number of its own for it. */
  requestTooBig: { code: -501007, message: 'invalid parameters: the request exceeds 100 KB' },
  answerTooBig: { code: -604001, message: 'cloudfunction result size exceed limit (1MB)' },
  /** docs.cloudbase.net/error-code/service/EXCEED_MAX_PAYLOAD_SIZE */
  payloadTooBig: { code: -504002, message: 'functions execute fail: the payload exceeds 6 MB' },
  executionFailed: { code: -504002, message: 'functions execute fail' },
  timedOut: { code: -504003, message: 'Invoking task timed out' },
  storageFailed: { code: -503001, message: 'storage request fail' },
  fileTooBig: { code: -403001, message: 'the file exceeds 50 MB' },
  notYourFile: { code: -503002, message: 'storage permission denied' },
} as const satisfies Record<string, CallError>

/** One of them, with more words. */
export const failure = (name: keyof typeof FAILURES, more?: string): { error: CallError } => {
  const { code, message } = FAILURES[name]
  return { error: { code, message: more ? `${message}: ${more}` : message } }
}
