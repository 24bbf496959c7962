import type { TemplateKind } from '../../../contract/notification'

/**
 * `notifications`, _id = event:recipient — one document is both the line in the inbox and the outbox entry, written in
 * the transaction of the change it tells of. `delivery` is what functions/jobs works on.
 */
export interface NotificationDocument {
  _id: string
  /** The person it is for. */
  to: string
  title: string
  text: string
  page: string
  at: string
  read: boolean
  /**
   * The village whose informant had to tell it, because the person has no account, and the enrolment it is about, which says
   * whether it is to be told still (training/tell-others/relay.ts); then who did.
   */
  relay?: { village: string; row: string }
  relayed?: { village: string; at: string; personId: string; name: string }
  delivery: {
    /** pending → sending → sent | refused | failed; none: this kind, or this person, has no WeChat message. */
    state: 'pending' | 'sending' | 'sent' | 'refused' | 'failed' | 'none'
    openid?: string
    kind?: TemplateKind
    values?: Record<string, string>
    claimedAt?: string
    attempts: number
    code?: number
  }
}

/** `grants`, _id = openid:kind — how many one-time messages the person still allows, as far as we were told. */
export interface Grant {
  _id: string
  openid: string
  kind: TemplateKind
  remaining: number
  at: string
}
