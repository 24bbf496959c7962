import type { z } from 'zod'
import * as audit from './audit'
import { calendarGet, calendarSave } from './calendar'
import * as consultation from './consultation'
import * as dividend from './dividend'
import * as expert from './expert'
import * as exported from './export'
import * as home from './home'
import * as identity from './identity'
import * as imports from './import'
import * as inbox from './inbox'
import { recordGrant } from './notification'
import * as registry from './registry'
import * as training from './training'

/** Every operation of the product, in the order a newcomer would read them. */
export const OPERATIONS = [
  home.get,
  identity.identityMe,
  training.list,
  training.get,
  training.enrol,
  training.cancelEnrolment,
  training.claim,
  training.decline,
  training.editEnrolment,
  training.confirmAgain,
  training.myEnrolments,
  training.desk,
  training.getPlan,
  training.save,
  training.publish,
  training.closeSignUp,
  training.postpone,
  training.cancel,
  training.finish,
  training.copy,
  training.changeTimeOrPlace,
  training.changeSeats,
  training.roster,
  training.decide,
  training.offers,
  training.checkInCode,
  training.checkIn,
  training.myCode,
  training.attendanceSheet,
  training.recordAttendance,
  calendarGet,
  calendarSave,
  consultation.ask,
  consultation.mine,
  consultation.get,
  consultation.queue,
  consultation.answer,
  consultation.feedback,
  dividend.mine,
  dividend.due,
  dividend.get,
  dividend.confirm,
  dividend.reverse,
  dividend.dispute,
  inbox.list,
  inbox.markRead,
  recordGrant,
  registry.people,
  registry.search,
  registry.person,
  registry.savePerson,
  registry.archivePerson,
  registry.restorePerson,
  registry.mergePeople,
  registry.household,
  registry.saveHousehold,
  registry.moveHousehold,
  registry.changeHead,
  registry.divideHousehold,
  registry.archiveHousehold,
  registry.regions,
  registry.saveRegion,
  registry.archiveRegion,
  registry.organisations,
  registry.saveOrganisation,
  registry.archiveOrganisation,
  expert.list,
  expert.get,
  expert.save,
  expert.setMine,

  imports.template,
  imports.preview,
  imports.proceed,
  imports.confirm,
  imports.undo,
  imports.get,
  imports.list,
  identity.redeem,
  identity.requestBinding,
  identity.matchBinding,
  identity.myRequest,
  identity.invite,
  identity.invitations,
  identity.revokeInvitation,
  identity.invitationCodes,
  identity.bindingRequests,
  identity.decideBinding,
  identity.unbind,
  identity.undoBinding,
  identity.bindingHistory,
  identity.roles,
  identity.grantRole,
  identity.revokeRole,
  identity.consent,
  identity.about,
  identity.looks,
  identity.takeAlong,
  identity.withdraw,
  identity.showCode,
  identity.agree,
  identity.withdrawAgreement,
  identity.actingFor,
  identity.setNumber,
  identity.unmask,
  audit.auditSearch,
  audit.auditMine,
  exported.people,
  exported.households,
  exported.experts,
  exported.enrolments,
  exported.dividendItems,
  exported.questions,
  exported.audit,
  exported.mine,
] as const

type AnyOperation = (typeof OPERATIONS)[number]
export type OperationName = AnyOperation['name']
export type OperationOf<N extends OperationName> = Extract<AnyOperation, { name: N }>
/** What a caller sends: defaults may be left out. */
export type Input<N extends OperationName> = z.input<OperationOf<N>['input']>
/** What the server works with: parsed, defaults filled in. */
export type Parsed<N extends OperationName> = z.output<OperationOf<N>['input']>
export type Output<N extends OperationName> = z.output<OperationOf<N>['output']>
