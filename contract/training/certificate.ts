import * as z from 'zod'
import { cursor, day, id, text } from '../fields'
import { everybody, operation } from '../operation'
import { isCertificateNumber } from './certificate-number'
import { CLASS_KINDS } from './words'

const attendees = { villager: 'own', informant: 'scope' } as const

/** Told by its last digit, so that a slip of the pen never asks about somebody else's. */
export const certificateNumber = z
  .string()
  .refine(isCertificateNumber, '编号不对。请对着证书，一组一组再看一遍')

const facts = z.object({
  number: z.string(),
  title: z.string(),
  kind: z.enum(CLASS_KINDS),
  /** Beijing days: of the class, and of the certificate. */
  from: day,
  until: day,
  days: z.number(),
  place: z.string(),
  organiser: z.string(),
  issuedOn: day,
  /** Since when it is worth nothing, and why. */
  revoked: z.object({ on: day, reason: z.string() }).optional(),
})
export type CertificateShown = z.infer<typeof facts>

/** My certificates, or of whom I act for; latest first. */
export const certificates = operation({
  name: 'training.certificates',
  function: 'api',
  by: attendees,
  writes: false,
  actsFor: true,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({ name: z.string(), certificates: z.array(facts), next: cursor.optional() }),
  errors: [],
})

/** One of them, with everything the phone needs to draw it. */
export const certificate = operation({
  name: 'training.certificate',
  function: 'api',
  by: attendees,
  writes: false,
  actsFor: true,
  limit: { calls: 60, minutes: 10 },
  input: z.strictObject({ number: certificateNumber }),
  output: facts.extend({
    name: z.string(),
    /** The mini-program code that opens the page of verification, as a data URL; absent where WeChat draws none now. */
    picture: z.string().optional(),
    classId: id,
  }),
  errors: [],
})

/** The same as a PDF to print: its address, good for two hours, and how it is called. Nobody's name is in the file's. */
export const certificatePdf = operation({
  name: 'training.certificatePdf',
  function: 'documents',
  by: attendees,
  writes: true,
  actsFor: true,
  limit: { calls: 20, minutes: 60 },
  input: z.strictObject({ number: certificateNumber }),
  output: z.object({ url: z.string(), name: z.string() }),
  errors: ['CERTIFICATE_REVOKED'],
})

/** Whether a certificate is one, for anybody who holds it; the name is masked (王*英). */
export const verifyCertificate = operation({
  name: 'training.verifyCertificate',
  function: 'api',
  by: everybody('all'),
  writes: false,
  actsFor: false,
  limit: { calls: 20, minutes: 60 },
  input: z.strictObject({ number: certificateNumber }),
  output: facts.extend({ maskedName: z.string() }),
  errors: ['NO_SUCH_CERTIFICATE'],
})

/** The certificates of a class, for the bureau. */
export const issued = operation({
  name: 'training.issued',
  function: 'api',
  by: { bureau: 'scope' },
  writes: false,
  actsFor: false,
  input: z.strictObject({ classId: id, cursor: cursor.optional() }),
  output: z.object({
    certificates: z.array(
      z.object({
        number: z.string(),
        name: z.string(),
        villageName: z.string(),
        issuedOn: day,
        revoked: z.object({ on: day, reason: z.string() }).optional(),
        /** Voided for good by the bureau, which may have another issued after all. */
        mayReissue: z.boolean(),
      }),
    ),
    /** Some who have earned one have none yet: jobs issues them. */
    due: z.boolean(),
    /** Of how many sessions one must have been at. */
    needed: z.int(),
    next: cursor.optional(),
  }),
  errors: [],
})

/**
 * Makes a certificate void, for everybody to see, and tells whose it was; with `again` jobs issues another, with the name as
 * it is registered now: also in place of one that was voided for good before.
 */
export const revokeCertificate = operation({
  name: 'training.revokeCertificate',
  function: 'api',
  by: { bureau: 'scope' },
  writes: true,
  actsFor: false,
  input: z.strictObject({
    number: certificateNumber,
    reason: text(60, 2, '请写为什么，至少两个字'),
    again: z.boolean().default(false),
  }),
  output: z.object({ number: z.string(), on: day }),
  errors: ['CERTIFICATE_REVOKED', 'CERTIFICATE_NOT_EARNED', 'UNSAFE_TEXT'],
})
