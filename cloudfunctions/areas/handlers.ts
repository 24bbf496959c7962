import type { HandlersOf } from '../platform/dispatch'
import { mine as auditMine } from './audit/mine'
import { search as searchAudit } from './audit/search'
import { get as getCalendar } from './calendar/get'
import { save as saveCalendar } from './calendar/save'
import { answer } from './consultation/answer'
import { ask } from './consultation/ask'
import { feedback } from './consultation/feedback'
import { get as getQuestion } from './consultation/get'
import { mine as myQuestions } from './consultation/mine'
import { queue } from './consultation/queue'
import { confirm } from './dividend/confirm'
import { dispute } from './dividend/dispute'
import { due } from './dividend/due'
import { get as getItem } from './dividend/get'
import { mine as myDividend } from './dividend/mine'
import { reverse } from './dividend/reverse'
import { get as getExpert } from './expert/get'
import { list as listExperts } from './expert/list'
import { save as saveExpert } from './expert/save'
import { setMine } from './expert/set-mine'
import { get as getHome } from './home/get'
import { about } from './identity/about'
import { actingFor } from './identity/acting-for'
import { agree } from './identity/agree'
import { bindingHistory } from './identity/binding-history'
import { bindingRequests } from './identity/binding-requests'
import { consent } from './identity/consent'
import { decideBinding } from './identity/decide-binding'
import { grantRole } from './identity/grant-role'
import { invitationCodes } from './identity/invitation-codes'
import { invitations } from './identity/invitations'
import { invite } from './identity/invite'
import { looks } from './identity/looks'
import { matchBinding } from './identity/match-binding'
import { me } from './identity/me'
import { myRequest } from './identity/my-request'
import { redeem } from './identity/redeem'
import { requestBinding } from './identity/request-binding'
import { revokeInvitation } from './identity/revoke-invitation'
import { revokeRole } from './identity/revoke-role'
import { roles } from './identity/roles'
import { setNumber } from './identity/set-number'
import { showCode } from './identity/show-code'
import { takeAlong } from './identity/take-along'
import { unbind } from './identity/unbind'
import { undoBinding } from './identity/undo-binding'
import { unmask } from './identity/unmask'
import { withdraw } from './identity/withdraw'
import { withdrawAgreement } from './identity/withdraw-agreement'
import { list as listMessages } from './inbox/list'
import { markRead } from './inbox/mark-read'
import { recordGrant } from './notification/record-grant'
import { archiveHousehold } from './registry/archive-household'
import { archiveOrganisation } from './registry/archive-organisation'
import { archivePerson } from './registry/archive-person'
import { archiveRegion } from './registry/archive-region'
import { changeHead } from './registry/change-head'
import { divideHousehold } from './registry/divide-household'
import { household } from './registry/household'
import { mergePeople } from './registry/merge-people'
import { moveHousehold } from './registry/move-household'
import { organisations } from './registry/organisations'
import { people } from './registry/people'
import { person } from './registry/person'
import { regions } from './registry/regions'
import { restorePerson } from './registry/restore-person'
import { saveHousehold } from './registry/save-household'
import { saveOrganisation } from './registry/save-organisation'
import { savePerson } from './registry/save-person'
import { saveRegion } from './registry/save-region'
import { search } from './registry/search'
import { cancel as cancelClass } from './training/cancel'
import { cancelEnrolment } from './training/cancel-enrolment'
import { certificate } from './training/certificate/certificate'
import { certificates } from './training/certificate/certificates'
import { issued } from './training/certificate/issued'
import { revokeCertificate } from './training/certificate/revoke'
import { verifyCertificate } from './training/certificate/verify'
import { changeSeats } from './training/change-seats'
import { changeTimeOrPlace } from './training/change-time-or-place'
import { checkIn } from './training/check-in/check-in'
import { checkInCode } from './training/check-in/code'
import { findWalkIn } from './training/check-in/find-walk-in'
import { myCode } from './training/check-in/my-code'
import { recordAttendance } from './training/check-in/record-attendance'
import { attendanceSheet } from './training/check-in/sheet'
import { claim } from './training/claim'
import { closeSignUp } from './training/close-sign-up'
import { confirmAgain } from './training/confirm-again'
import { copy as copyClass } from './training/copy'
import { countRows } from './training/count/count-rows'
import { counts as trainingCounts } from './training/count/counts'
import { record as trainingRecord } from './training/count/record'
import { setTarget } from './training/count/set-target'
import { decide } from './training/decide'
import { decline } from './training/decline'
import { desk as trainingDesk } from './training/desk'
import { editEnrolment } from './training/edit-enrolment'
import { enrol } from './training/enrol'
import { finish as finishClass } from './training/finish'
import { get as getClass } from './training/get'
import { list as listClasses } from './training/list'
import { myEnrolments } from './training/my-enrolments'
import { offers } from './training/offers'
import { classCode } from './training/paper/class-code'
import { getPlan } from './training/plan'
import { postpone } from './training/postpone'
import { publish } from './training/publish'
import { afterClass } from './training/rating/after-class'
import { rate } from './training/rating/rate'
import { ratings } from './training/rating/ratings'
import { roster } from './training/roster'
import { save as saveClass } from './training/save'
import { tellOthers } from './training/tell-others/list'
import { toldOthers } from './training/tell-others/told'

/** What functions/api serves; the type demands one for each of its entries in the contract. */
export const handlers: HandlersOf<'api'> = {
  'home.get': getHome,
  'identity.me': me,
  'training.list': listClasses,
  'training.get': getClass,
  'training.enrol': enrol,
  'training.cancelEnrolment': cancelEnrolment,
  'training.claim': claim,
  'training.decline': decline,
  'training.editEnrolment': editEnrolment,
  'training.confirmAgain': confirmAgain,
  'training.myEnrolments': myEnrolments,
  'training.desk': trainingDesk,
  'training.plan': getPlan,
  'training.save': saveClass,
  'training.publish': publish,
  'training.closeSignUp': closeSignUp,
  'training.postpone': postpone,
  'training.cancel': cancelClass,
  'training.finish': finishClass,
  'training.copy': copyClass,
  'training.changeTimeOrPlace': changeTimeOrPlace,
  'training.changeSeats': changeSeats,
  'training.roster': roster,
  'training.decide': decide,
  'training.offers': offers,
  'training.checkInCode': checkInCode,
  'training.checkIn': checkIn,
  'training.myCode': myCode,
  'training.attendanceSheet': attendanceSheet,
  'training.findWalkIn': findWalkIn,
  'training.recordAttendance': recordAttendance,
  'training.record': trainingRecord,
  'training.counts': trainingCounts,
  'training.countRows': countRows,
  'training.setTarget': setTarget,
  'training.tellOthers': tellOthers,
  'training.toldOthers': toldOthers,
  'calendar.get': getCalendar,
  'calendar.save': saveCalendar,
  'consultation.ask': ask,
  'consultation.mine': myQuestions,
  'consultation.get': getQuestion,
  'consultation.queue': queue,
  'consultation.answer': answer,
  'consultation.feedback': feedback,
  'dividend.mine': myDividend,
  'dividend.due': due,
  'dividend.get': getItem,
  'dividend.confirm': confirm,
  'dividend.reverse': reverse,
  'dividend.dispute': dispute,
  'inbox.list': listMessages,
  'inbox.markRead': markRead,
  'notification.recordGrant': recordGrant,
  'registry.people': people,
  'registry.archiveHousehold': archiveHousehold,
  'registry.archiveOrganisation': archiveOrganisation,
  'registry.archivePerson': archivePerson,
  'registry.archiveRegion': archiveRegion,
  'registry.changeHead': changeHead,
  'registry.divideHousehold': divideHousehold,
  'registry.household': household,
  'registry.mergePeople': mergePeople,
  'registry.moveHousehold': moveHousehold,
  'registry.organisations': organisations,
  'registry.person': person,
  'registry.regions': regions,
  'registry.restorePerson': restorePerson,
  'registry.saveHousehold': saveHousehold,
  'registry.saveOrganisation': saveOrganisation,
  'registry.savePerson': savePerson,
  'registry.saveRegion': saveRegion,
  'registry.search': search,
  'expert.list': listExperts,
  'expert.get': getExpert,
  'expert.save': saveExpert,
  'expert.setMine': setMine,
  'identity.redeem': redeem,
  'identity.requestBinding': requestBinding,
  'identity.matchBinding': matchBinding,
  'identity.myRequest': myRequest,
  'identity.invite': invite,
  'identity.invitations': invitations,
  'identity.revokeInvitation': revokeInvitation,
  'identity.invitationCodes': invitationCodes,
  'identity.bindingRequests': bindingRequests,
  'identity.decideBinding': decideBinding,
  'identity.unbind': unbind,
  'identity.undoBinding': undoBinding,
  'identity.bindingHistory': bindingHistory,
  'identity.roles': roles,
  'identity.grantRole': grantRole,
  'identity.revokeRole': revokeRole,
  'identity.consent': consent,
  'identity.about': about,
  'identity.looks': looks,
  'identity.takeAlong': takeAlong,
  'identity.withdraw': withdraw,
  'identity.showCode': showCode,
  'identity.agree': agree,
  'identity.withdrawAgreement': withdrawAgreement,
  'identity.actingFor': actingFor,
  'identity.setNumber': setNumber,
  'identity.unmask': unmask,
  'audit.search': searchAudit,
  'audit.mine': auditMine,
  'training.certificates': certificates,
  'training.certificate': certificate,
  'training.verifyCertificate': verifyCertificate,
  'training.issued': issued,
  'training.revokeCertificate': revokeCertificate,
  'training.afterClass': afterClass,
  'training.rate': rate,
  'training.ratings': ratings,
  'training.classCode': classCode,
}
