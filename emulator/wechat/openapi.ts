import busboy from 'busboy'
import protobuf from 'protobufjs'
import type { Active } from './active'
import { checkImage, checkText } from './checks'
import { type CodeOptions, drawCode } from './codes'
import type { MediaChecks } from './media'
import { isApi } from './names'
import type { Phones } from './phones'
import { makeQuota } from './quota'

// The part of the SDK's own src/protobuf/openapi that a server needs.
const { root } = protobuf.parse(`syntax = "proto3";
message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
message OpenApiData { repeated KeyValuePair pairs = 1; }
message CommApiData { int32 api_type = 1; OpenApiData openapi_data = 2; string appid = 6; }
message CommOpenApiResp { bytes resp_data = 1; string content_type = 2; int32 error_code = 3; uint32 http_code = 4; }`)
const CommApiData = root.lookupType('CommApiData')
const CommOpenApiResp = root.lookupType('CommOpenApiResp')

/** "function has no permission to call this API" and "API not found", as in the SDK's table. */
const NO_PERMISSION = -604101
const NOT_FOUND = -604100
const SYSTEM_ERROR = -604103
/** Below are the cloud's own numbers. */
const LOWEST_OF_WECHAT = -100_000
const OPEN_API = 'wx.openApi'
const MAX_FIELD = 16 * 1024 * 1024

export interface OpenApiParts {
  phones: Phones
  active: Active
  media: MediaChecks
  codes: CodeOptions
  now(): number
}

/** Something of the cloud that is not here: payments, containers. */
export class Absent extends Error {}

export interface OpenApiRequest {
  name: string
  input: Record<string, unknown>
}

export interface OpenApi {
  /** The api's name, e.g. `subscribeMessage.send`, and what it was called with. Rejects what is no such form. */
  read(body: Buffer, contentType: string): Promise<OpenApiRequest>
  /** The bytes the SDK expects. */
  answer(
    request: OpenApiRequest,
    permitted: readonly string[],
    log: (sentence: string) => void,
  ): Promise<Buffer>
  /** The same for an error of WeChat's, or (a word or -6041xx) of the cloud's. */
  refuse(error: { code: string | number; message: string }): Buffer
}

/** Answers cloud.openapi.*: a multipart form whose requestData is protobuf; the answer is protobuf too. */
export function makeOpenApi({ phones, active, media, codes, now }: OpenApiParts): OpenApi {
  const within = makeQuota(now)
  const apis: Record<string, (body: Record<string, unknown>) => object | Promise<object>> = {
    'subscribeMessage.send': phones.send,
    'security.msgSecCheck': (body) => checkText(body, active),
    'security.imgSecCheck': checkImage,
    'security.mediaCheckAsync': media.check,
    'wxacode.getUnlimited': (body) => drawCode(body, codes),
  }
  return {
    async read(body, contentType) {
      const form = await readForm(body, contentType)
      const action = form.get('action')?.toString() ?? OPEN_API
      if (action !== OPEN_API) throw new Absent(`the local cloud has no ${action.slice(0, 60)}`)
      const name = (form.get('apiName')?.toString() ?? '').replace(/^openapi\./, '')
      // What is no API of ours may be written in any way.
      return { name, input: isApi(name) ? inputOf(form.get('requestData') ?? Buffer.alloc(0)) : {} }
    },
    async answer({ name, input }, permitted, log) {
      if (!isApi(name)) return encode({ errorCode: NOT_FOUND })
      if (!permitted.includes(name)) return encode({ errorCode: NO_PERMISSION })
      const api = Object.hasOwn(apis, name) ? apis[name] : undefined
      if (!api) {
        log(`cloud.openapi.${name} exists, but not in the local cloud`)
        return encode({ errorCode: SYSTEM_ERROR })
      }
      if (!within(name)) return answered({ errcode: 45009, errmsg: 'reach max api minute frequence limit' })
      return answered(await api(input))
    },
    refuse({ code, message }) {
      if (typeof code === 'number' && code > LOWEST_OF_WECHAT)
        return answered({ errcode: code, errmsg: message })
      return encode({ errorCode: typeof code === 'number' ? code : SYSTEM_ERROR })
    },
  }
}

/** A picture as it is, anything else as JSON. */
const answered = (answer: object): Buffer =>
  Buffer.isBuffer(answer)
    ? encode({ respData: answer, contentType: 'image/png' })
    : encode({ respData: Buffer.from(JSON.stringify(answer)), contentType: 'application/json' })

const encode = (message: object): Buffer => Buffer.from(CommOpenApiResp.encode(message).finish())

/** The parameters, each JSON of its own; a file stays bytes (wx-server-sdk 4.0.2 forgets to send its content type). */
function inputOf(bytes: Buffer): Record<string, unknown> {
  const { openapiData } = CommApiData.decode(bytes) as unknown as {
    openapiData?: { pairs?: { key: string; value: Uint8Array; contenttype?: string; filename?: string }[] }
  }
  const pairs = openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value, contenttype, filename }) => [
      key,
      contenttype || filename ? Buffer.from(value) : (JSON.parse(Buffer.from(value).toString()) as unknown),
    ]),
  )
}

/** The parts of a multipart form as bytes: protobuf is no text, whatever the part says of itself. */
function readForm(body: Buffer, contentType: string): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>()
    const parser = busboy({
      headers: { 'content-type': contentType },
      defCharset: 'latin1',
      limits: { fieldSize: MAX_FIELD },
    })
    parser.on('field', (name, value) => parts.set(name, Buffer.from(value, 'latin1')))
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => parts.set(name, Buffer.concat(chunks)))
      stream.on('error', reject)
    })
    parser.on('error', reject)
    parser.on('close', () => resolve(parts))
    parser.end(body)
  })
}
