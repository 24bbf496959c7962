import { randomUUID } from 'node:crypto'
import busboy from 'busboy'
import protobuf from 'protobufjs'
import type { Phones } from './phones'

const { root } = protobuf.parse(`syntax = "proto3";
message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
message OpenApiData { repeated KeyValuePair pairs = 1; }
message CommApiData { int32 api_type = 1; OpenApiData openapi_data = 2; string appid = 6; }
message CommOpenApiResp { bytes resp_data = 1; string content_type = 2; int32 error_code = 3; uint32 http_code = 4; }`)
const CommApiData = root.lookupType('CommApiData')
const CommOpenApiResp = root.lookupType('CommOpenApiResp')

type Api = (body: Record<string, unknown>) => object

/** Words that the local text check treats as WeChat would treat something it objects to. */
const RISKY = '违规测试词'
const REVIEW = '待审测试词'
const ACTIVE_MS = 2 * 60 * 60_000
/** How long the local verdict on a picture takes. */
const VERDICT_MS = 1000

export interface OpenApiParts {
  phones: Phones
  /** When an account last called, for the two hours of msgSecCheck. */
  lastActive: Map<string, number>
  push(event: object): void
}

const apis = ({ phones, lastActive, push }: OpenApiParts): Record<string, Api> => ({
  'subscribeMessage.send': (body) => phones.send(body),
  'security.msgSecCheck': ({ content, openid, version, scene }) => {
    if (typeof content !== 'string' || content === '' || content.length > 2500 || version !== 2)
      return { errcode: 47001, errmsg: 'data format error' }
    if (typeof scene !== 'number' || scene < 1 || scene > 4)
      return { errcode: 47001, errmsg: 'invalid scene' }
    if (typeof openid !== 'string' || Date.now() - (lastActive.get(openid) ?? 0) > ACTIVE_MS)
      return { errcode: 61010, errmsg: 'code is expired' }
    const suggest = content.includes(RISKY) ? 'risky' : content.includes(REVIEW) ? 'review' : 'pass'
    return {
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label: suggest === 'pass' ? 100 : 20001 },
      detail: [],
      trace_id: randomUUID(),
    }
  },
  'security.mediaCheckAsync': (body) => {
    const url = body.media_url ?? body.mediaUrl
    if (typeof url !== 'string' || body.version !== 2) return { errcode: 47001, errmsg: 'data format error' }
    const trace_id = randomUUID()
    const suggest = url.includes('risky') ? 'risky' : 'pass'
    const event = {
      ToUserName: 'gh_local',
      FromUserName: 'o-local',
      CreateTime: Math.floor(Date.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: 'wx0123456789abcdef',
      trace_id,
      version: 2,
      detail: [],
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label: suggest === 'pass' ? 100 : 20001 },
    }
    setTimeout(() => push(event), VERDICT_MS).unref()
    return { errcode: 0, errmsg: 'ok', trace_id }
  },
})

/** The parts of a multipart form as bytes: protobuf is no text, whatever the part says of itself. */
function readForm(body: Buffer, contentType: string): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>()
    const parser = busboy({
      headers: { 'content-type': contentType },
      defCharset: 'latin1',
      limits: { fieldSize: 4e6 },
    })
    parser.on('field', (name, value) => parts.set(name, Buffer.from(value, 'latin1')))
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => parts.set(name, Buffer.concat(chunks)))
    })
    parser.on('error', reject)
    parser.on('close', () => resolve(parts))
    parser.end(body)
  })
}

/** Answers cloud.openapi.*: a multipart form whose requestData is protobuf; the answer is protobuf too. */
export function makeOpenApi(parts: OpenApiParts) {
  const known = apis(parts)
  return async (
    body: Buffer,
    contentType: string,
    permitted: readonly string[],
  ): Promise<{ name: string; answer: Buffer }> => {
    const form = await readForm(body, contentType)
    const name = (form.get('apiName')?.toString() ?? '').replace(/^openapi\./, '')
    const bytes = form.get('requestData') ?? Buffer.alloc(0)
    const { openapiData } = CommApiData.decode(bytes) as unknown as {
      openapiData?: { pairs?: { key: string; value: Uint8Array }[] }
    }
    const input = Object.fromEntries(
      (openapiData?.pairs ?? []).map(({ key, value }) => [key, JSON.parse(Buffer.from(value).toString())]),
    )
    const api = known[name]
    const answer = !permitted.includes(name)
      ? { errcode: -604101, errmsg: 'system error: function has no permission to call this API' }
      : api
        ? api(input)
        : { errcode: 40066, errmsg: 'invalid url' }
    const message = { respData: Buffer.from(JSON.stringify(answer)), contentType: 'application/json' }
    return { name, answer: Buffer.from(CommOpenApiResp.encode(message).finish()) }
  }
}
