import { TEMPLATE_KINDS, TEMPLATES } from '../contract/notification'

/** What the demo deployment sets for its functions; nothing here is a secret of anybody. */
export const DEMO_ENVIRONMENT: Record<string, string> = {
  UPLOAD_KEY: 'demo-upload-key-of-the-local-cloud',
  IDENTITY_KEYS: `demo:${Buffer.alloc(32, 'demo').toString('base64')}`,
  IDENTITY_HASH_KEY: 'demo-identity-hash-key-of-the-local-cloud',
  BINDING_BY_MATCH: 'on',
  TEMPLATE_ENROLLED: 'demo-enrolled',
  TEMPLATE_OFFER: 'demo-offer',
  TEMPLATE_CHANGED: 'demo-changed',
  TEMPLATE_REMINDER: 'demo-reminder',
  TEMPLATE_CERTIFICATE: 'demo-certificate',
  TEMPLATE_ANSWERED: 'demo-answered',
  TEMPLATE_DIVIDEND_CONFIRMED: 'demo-dividendConfirmed',
}

export const DEMO_TEMPLATES = TEMPLATE_KINDS.map((kind) => ({ id: `demo-${kind}`, ...TEMPLATES[kind] }))
