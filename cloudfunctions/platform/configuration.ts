import type { TemplateKind } from '../../contract/notification'

/** The functions' environment, as the deployment (or the local cloud) sets it. README lists every name. */
export interface Configuration {
  /** Keys the account's upload prefix, so that nobody can guess somebody else's. */
  uploadKey: string
  templates: Partial<Record<TemplateKind, string>>
  /** formal, trial or developer: which version of the mini-program a service message opens. */
  miniprogramState: 'formal' | 'trial' | 'developer'
}

/** Where each template id stands in the environment. */
export const TEMPLATE_VARIABLES: Record<TemplateKind, string> = {
  enrolled: 'TEMPLATE_ENROLLED',
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
    templates,
    miniprogramState: state === 'trial' || state === 'developer' ? state : 'formal',
  }
}
