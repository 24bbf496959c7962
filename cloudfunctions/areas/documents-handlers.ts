import type { HandlersOf } from '../platform/dispatch'
import { audit } from './export/audit'
import { dividendItems } from './export/dividend-items'
import { enrolments } from './export/enrolments'
import { experts } from './export/experts'
import { mine } from './export/mine'
import { questions } from './export/questions'
import { households, people } from './export/registry'
import { invitationSheet } from './identity/invitation-sheet'
import { confirm } from './import/confirm'
import { get } from './import/get'
import { list } from './import/list'
import { preview } from './import/preview'
import { proceed } from './import/proceed'
import { template } from './import/template'
import { undo } from './import/undo'
import { certificatePdf } from './training/certificate/pdf'
import { rosterSheet, signInSheet } from './training/paper/sheets'

/** What functions/documents serves; the type demands one for each of its entries in the contract. */
export const documentHandlers: HandlersOf<'documents'> = {
  'import.template': template,
  'import.preview': preview,
  'import.proceed': proceed,
  'import.confirm': confirm,
  'import.undo': undo,
  'import.get': get,
  'import.list': list,
  'export.people': people,
  'export.households': households,
  'export.experts': experts,
  'export.enrolments': enrolments,
  'export.dividendItems': dividendItems,
  'export.questions': questions,
  'export.audit': audit,
  'export.mine': mine,
  'identity.invitationSheet': invitationSheet,
  'training.certificatePdf': certificatePdf,
  'training.signInSheet': signInSheet,
  'training.rosterSheet': rosterSheet,
}
