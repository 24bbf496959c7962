import { codeOf } from './cloud'
import { Misconfigured, type Values } from './configuration'
import { KEYS } from './keys'

/** Known refusals, by the beginning of the cloud's code or by what a message says, with what to do about them. */
const KNOWN: readonly [RegExp, string][] = [
  [
    /^AuthFailure\.(SecretIdNotFound|SignatureFailure|TokenFailure|InvalidSecretId)/,
    '腾讯云不认这对 SecretId、SecretKey：运行 npm run configure 重新填',
  ],
  [
    /^(AuthFailure|UnauthorizedOperation)/,
    '这对密钥没有云开发或云函数的权限：在访问管理里给它云开发和 SCF 的权限',
  ],
  [
    /^(ResourceNotFound|InvalidParameter\.EnvId|InvalidEnv)/,
    '找不到这个云环境，或它不属于这对密钥的账号：核对环境 ID',
  ],
  [
    /^LimitExceeded|^ResourceInsufficient/,
    '超过了套餐的数量上限：在云开发控制台看用量，升级套餐或清理不用的',
  ],
  [/^RequestLimitExceeded/, '请求太快被限流：等一分钟再运行'],
  [
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|socket hang up|network timeout/,
    '连不上服务器：检查网络和代理',
  ],
  [
    /invalid ip|-10008/i,
    '本机的公网 IP 不在白名单里：公众平台 → 开发设置 → 小程序代码上传，把 IP 加进去或关掉白名单',
  ],
  [
    /-10003|invalid signature|private ?key/i,
    '代码上传密钥不对：在公众平台重新生成、下载，运行 npm run configure',
  ],
]

/** Takes every secret out of a text before it reaches a screen or a log. */
export function conceal(text: string, values: Values): string {
  return KEYS.filter((key) => key.secret).reduce((rest, { name }) => {
    const value = values[name]
    return value ? rest.replaceAll(value, '••••') : rest
  }, text)
}

/** What went wrong, in one sentence a person can act on, and the cloud's own words after it. */
export function sentence(error: unknown, values: Values): string {
  if (error instanceof Misconfigured) return conceal(error.message, values)
  const message = String((error as { message?: unknown } | null)?.message ?? error)
  const code = codeOf(error)
  const known = KNOWN.find(([sign]) => sign.test(code) || (code === '' && sign.test(message)))
  const { requestId } = (error ?? {}) as { requestId?: unknown }
  const said = [code, message, requestId ? `RequestId ${String(requestId)}` : ''].filter(Boolean).join(' ')
  if (known) return conceal(`${known[1]}。（${said}）`, values)
  // With a code it is the cloud's refusal, without one a failure of this machine: a build, a file.
  return conceal(code ? `云端拒绝了：${said}` : said, values)
}
