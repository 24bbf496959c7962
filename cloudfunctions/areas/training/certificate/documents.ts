import type { CertificateFacts } from '../../../../contract/training/certificate-words'

/** `certificates`, _id = number. What it says is as it was when it was issued; only `revoked` is ever added. */
export interface CertificateDocument extends CertificateFacts {
  _id: string
  enrolmentId: string
  classId: string
  personId: string
  villageName: string
  /** The region of its class: whose bureau may revoke it is one prefix test. */
  region: string
  organiser: string
  issuedAt: string
  /**
   * `by` is absent where jobs did it, because the attendance was taken back; `again`: the bureau has another issued in its
   * place. Without either the bureau's word stands: the row keeps its number, so that nothing is due.
   */
  revoked?: { at: string; reason: string; by?: { personId: string; name: string }; again?: true }
}
