import type { TemplateKind } from '../../contract/notification'

/** What WeChat may tell somebody after each press; its dialog takes three at most. */
export const TO_TELL = {
  /** Of a seat one has: that it is, that something changes, that it is soon. */
  seat: ['enrolled', 'changed', 'reminder'],
  /** In line: an offer first of all. */
  line: ['offer', 'changed'],
  /** Still coming after a change. */
  again: ['changed', 'reminder'],
} as const satisfies Record<string, readonly TemplateKind[]>
