import type { TemplateKind } from '../../contract/notification'

/** The functions' environment, as the deployment (or the local cloud) sets it. README lists every name. */
export interface Configuration {
  /** Keys the account's upload prefix, so that nobody can guess somebody else's. */
  uploadKey: string
  /** Keys for identity numbers (AES-256), newest first. Empty where the deployment keeps none. */
  identityKeys: { name: string; key: Buffer }[]
  /** Keys the hashes by which identity numbers are matched; it can never change. Absent where none are kept. */
  identityHashKey?: string | undefined
  /** Whose account jobs makes an administrator's while there is none. */
  firstAdminOpenid?: string | undefined
  /** Whether people may say who they are by the last six of their identity number. Needs the hash key. */
  bindingByMatch: boolean
  templates: Partial<Record<TemplateKind, string>>
  /** formal, trial or developer: which version of the mini-program a service message opens. */
  miniprogramState: 'formal' | 'trial' | 'developer'
}

/** Where each template id stands in the environment. */
export const TEMPLATE_VARIABLES: Record<TemplateKind, string> = {
  enrolled: 'TEMPLATE_ENROLLED',
  offer: 'TEMPLATE_OFFER',
  changed: 'TEMPLATE_CHANGED',
  reminder: 'TEMPLATE_REMINDER',
  certificate: 'TEMPLATE_CERTIFICATE',
  answered: 'TEMPLATE_ANSWERED',
  dividendConfirmed: 'TEMPLATE_DIVIDEND_CONFIRMED',
}

/** Reads the environment; throws, naming the variable, where something essential is missing. */
export function configuration(env: NodeJS.ProcessEnv = process.env): Configuration {
  const uploadKey = env.UPLOAD_KEY
  if (!uploadKey || uploadKey.length < 16) throw new Error('UPLOAD_KEY must be set to at least 16 characters')
  const templates: Partial<Record<TemplateKind, string>> = {}
  for (const [kind, variable] of Object.entries(TEMPLATE_VARIABLES) as [TemplateKind, string][]) {
    const templateId = env[variable]
    if (templateId) templates[kind] = templateId
  }
  const state = env.MINIPROGRAM_STATE
  return {
    uploadKey,
    identityKeys: keysIn(env.IDENTITY_KEYS),
    identityHashKey: hashKeyIn(env.IDENTITY_HASH_KEY),
    firstAdminOpenid: env.FIRST_ADMIN_OPENID || undefined,
    bindingByMatch: env.BINDING_BY_MATCH === 'on' && Boolean(env.IDENTITY_HASH_KEY),
    templates,
    miniprogramState: state === 'trial' || state === 'developer' ? state : 'formal',
  }
}

/** `name:base64,name:base64`, newest first, 32 bytes each. */
function keysIn(value: string | undefined): Configuration['identityKeys'] {
  if (!value) return []
  return value.split(',').map((each) => {
    const [, name, text] = /^([\w-]{1,20}):([A-Za-z0-9+/]{43}=)$/.exec(each.trim()) ?? []
    if (!name || !text) throw new Error('IDENTITY_KEYS must be name:base64 of 32 bytes, separated by commas')
    return { name, key: Buffer.from(text, 'base64') }
  })
}

function hashKeyIn(value: string | undefined): string | undefined {
  if (value && value.length < 32) throw new Error('IDENTITY_HASH_KEY must have at least 32 characters')
  return value || undefined
}
