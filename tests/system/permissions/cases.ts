import type { Input, OperationName } from '../../../contract'
import { GUIDELINE } from '../../../contract/guideline'
import { ASKED_AT, bindingRequestOf, codeOf } from './identities'
import { certificateOf, classIdOf, importOf, itemOf, questionIdOf } from './things'
import { householdOf, personOf, RELATIONS, type Relation, TOWNSHIP, VILLAGE } from './world'

/** A call about something of a relation. `actFor` where the operation is about a person. */
export interface Target<N extends OperationName> {
  input: Input<N>
  actFor?: string
}

export type Case<N extends OperationName> =
  /** Names one thing: refused or not, by whose it is. */
  | { names: (relation: Relation) => Target<N>; givenTo?: true }
  /** Shows several things: the names of those out of reach must not be anywhere in the answer, of those within they must. */
  | { lists: Input<N>; givenTo?: true }
  /** Concerns nobody, or only the caller, whatever is sent; why. */
  | { only: string; input: Input<N> }

/** The person it is done for: oneself, or named by `actFor`. */
const forPerson =
  <N extends OperationName>(input: Input<N>) =>
  (relation: Relation): Target<N> => ({ input, actFor: personOf(relation) })

/** The answer is an address; exported.test.ts reads what is behind it, as everybody. */
const IN_A_FILE = 'a file, read by exported.test.ts'

/** An import of a relation's village. */
const forImport = (relation: Relation) => ({ input: { importId: importOf(relation) } })

/** Somebody's class, to whom plans it. */
const planned = <M extends object>(more: M) => ({
  givenTo: true as const,
  names: (relation: Relation) => ({ input: { classId: classIdOf(relation), ...more } }),
})

/** A relation's certificate, asked for as its person. */
const theirCertificate = (relation: Relation) => ({
  input: { number: certificateOf(relation) },
  actFor: personOf(relation),
})

/** A row for every operation of the contract; without one, nothing compiles. */
export const CASES: { [N in OperationName]: Case<N> } = {
  'home.get': { lists: {} },
  'identity.me': { only: 'who is calling, from their account', input: {} },
  'training.list': { only: 'classes that are open to the caller', input: {} },
  'training.get': { only: 'a class anybody may see', input: { classId: 'class-open' } },
  'training.enrol': { names: forPerson({ classId: 'class-open' }) },
  'training.cancelEnrolment': { names: forPerson({ classId: 'class-open' }) },
  'training.myEnrolments': { names: forPerson({ when: 'past' }) },
  'training.claim': { names: forPerson({ classId: 'class-open' }) },
  'training.decline': { names: forPerson({ classId: 'class-open' }) },
  'training.editEnrolment': { names: forPerson({ classId: 'class-open', answers: [] }) },
  'training.confirmAgain': { names: forPerson({ classId: 'class-open' }) },
  'training.desk': { givenTo: true, lists: { show: 'draft' } },
  'training.plan': planned({}),
  'training.save': {
    givenTo: true,
    names: (relation) => ({
      input: {
        classId: classIdOf(relation),
        version: 1,
        plan: {
          title: '修剪班',
          topic: 'fruit',
          kind: 'class',
          openTo: [VILLAGE[relation]],
          seats: 10,
          teacherIds: [relation === 'own' ? 'expert-own' : 'expert-other'],
        },
      },
    }),
  },
  'training.publish': planned({}),
  'training.closeSignUp': planned({}),
  'training.postpone': planned({ reason: '下大雨' }),
  'training.cancel': planned({ reason: '下大雨' }),
  'training.finish': planned({}),
  'training.copy': planned({}),
  'training.changeTimeOrPlace': planned({
    version: 1,
    sessions: [{ startsAt: '2030-01-01T01:00:00Z', endsAt: '2030-01-01T09:00:00Z', place: '文化站' }],
    reason: '下大雨',
  }),
  'training.changeSeats': planned({ seats: 20 }),
  'training.roster': planned({ state: 'enrolled' }),
  'training.decide': planned({ personId: 'person-own', approve: true }),
  'training.offers': planned({}),
  'training.record': { names: (relation) => ({ input: { personId: personOf(relation) } }) },
  'training.counts': {
    names: (relation) => ({ input: { year: 2026, by: 'topic', region: VILLAGE[relation] } }),
  },
  'training.countRows': {
    names: (relation) => ({ input: { year: 2026, by: 'topic', region: VILLAGE[relation] } }),
  },
  'training.setTarget': {
    names: (relation) => ({ input: { year: 2026, region: VILLAGE[relation], attendances: 10 } }),
  },
  'training.findWalkIn': planned({ name: '王小明' }),
  'training.tellOthers': { lists: {} },
  'training.toldOthers': { names: (relation) => ({ input: { ids: [`message-${relation}`] } }) },
  'training.checkInCode': planned({ session: 's1' }),
  'training.checkIn': {
    names: forPerson({ classId: 'class-open', session: 's1', code: 'abcd-0123456789ab' }),
  },
  'training.myCode': { names: forPerson({ classId: 'class-open' }) },
  'training.attendanceSheet': planned({ session: 's1' }),
  'training.recordAttendance': {
    givenTo: true,
    names: (relation) => ({
      input: {
        classId: classIdOf(relation),
        session: 's1',
        entries: [
          {
            entryId: 'entry-0001',
            personId: personOf(relation),
            how: 'tick',
            at: '2026-01-01T01:00:00Z',
            present: true,
          },
        ],
      },
    }),
  },
  'calendar.get': { only: 'the year of all', input: { year: 2027 } },
  'calendar.save': {
    only: 'the year of all',
    input: { year: 2027, version: 0, holidays: [], workdays: [], hours: [{ from: '09:00', until: '12:00' }] },
  },
  'consultation.ask': { names: forPerson({ subject: 'plum', text: '问一问' }) },
  'consultation.mine': { names: forPerson({}) },
  'consultation.get': {
    givenTo: true,
    names: (relation) => ({ input: { questionId: questionIdOf(relation) } }),
  },
  'consultation.queue': { givenTo: true, lists: {} },
  'consultation.answer': {
    givenTo: true,
    names: (relation) => ({ input: { questionId: questionIdOf(relation), text: '这样办' } }),
  },
  'consultation.feedback': {
    names: (relation) => ({ input: { questionId: questionIdOf(relation), helped: true } }),
  },
  'dividend.mine': { names: forPerson({}) },
  'dividend.due': { lists: {} },
  'dividend.get': { names: (relation) => ({ input: { itemId: itemOf(relation) } }) },
  'dividend.confirm': {
    names: (relation) => ({
      input: {
        items: [
          {
            itemId: itemOf(relation, 'gift'),
            evidence: { kind: 'gift', givenOn: '2026-01-01', what: '大米' },
          },
        ],
      },
    }),
  },
  'dividend.reverse': {
    names: (relation) => ({ input: { itemId: itemOf(relation), reason: '写错了一户' } }),
  },
  'dividend.dispute': {
    names: (relation) => ({ input: { itemId: itemOf(relation) }, actFor: personOf(relation) }),
  },
  'inbox.list': { lists: {} },
  'inbox.markRead': { only: 'the caller’s own messages; others’ ids change nothing', input: {} },
  'notification.recordGrant': {
    only: 'the caller’s own grants',
    input: { answers: [{ kind: 'enrolled', answer: 'reject' }] },
  },
  'registry.people': { lists: {} },
  'registry.search': { lists: { kind: 'person' } },
  'registry.person': { names: (relation) => ({ input: { personId: personOf(relation) } }) },
  'registry.savePerson': {
    names: (relation) => ({
      input: { personId: personOf(relation), version: 0, name: '王秀英', birthYear: 1960 },
    }),
  },
  'registry.archivePerson': {
    names: (relation) => ({ input: { personId: personOf(relation), version: 0, reason: '录错了' } }),
  },
  'registry.restorePerson': { names: (relation) => ({ input: { personId: personOf(relation) } }) },
  'registry.mergePeople': {
    names: (relation) => ({
      input: {
        keep: personOf(relation),
        drop: personOf(relation === 'own' ? 'village' : 'own'),
        reason: '录重了',
      },
    }),
  },
  'registry.household': { names: (relation) => ({ input: { householdId: householdOf(relation) } }) },
  'registry.saveHousehold': {
    names: (relation) => ({ input: { householdId: householdOf(relation), version: 0 } }),
  },
  'registry.moveHousehold': {
    names: (relation) => ({
      input: { householdId: householdOf(relation), version: 0, village: VILLAGE.own },
    }),
  },
  'registry.changeHead': {
    names: (relation) => ({
      input: { householdId: householdOf(relation), version: 0, newHead: personOf(relation), reason: 'other' },
    }),
  },
  'registry.divideHousehold': {
    names: (relation) => ({
      input: {
        householdId: householdOf(relation),
        version: 0,
        members: [personOf(relation)],
        newHead: personOf(relation),
      },
    }),
  },
  'registry.archiveHousehold': {
    names: (relation) => ({ input: { householdId: householdOf(relation), version: 0, reason: '搬走了' } }),
  },
  'registry.regions': { only: 'places, which are no secret', input: {} },
  'registry.saveRegion': { names: (relation) => ({ input: { code: VILLAGE[relation], name: '新村' } }) },
  'registry.archiveRegion': { names: (relation) => ({ input: { code: VILLAGE[relation], reason: '并村' } }) },
  'registry.organisations': { only: 'organisations, by the region of each', input: {} },
  'registry.saveOrganisation': {
    only: 'organisations, by the region of each',
    input: { name: '某某合作社', kind: 'cooperative', region: TOWNSHIP },
  },
  'registry.archiveOrganisation': {
    only: 'organisations, by the region of each',
    input: { organisationId: 'coop-3', version: 1, reason: '注销了' },
  },
  'expert.list': { only: 'the directory, for everybody', input: {} },
  'expert.get': { only: 'the directory, for everybody', input: { expertId: 'expert-own' } },
  'expert.save': {
    names: (relation) => ({
      input: {
        personId: personOf(relation),
        ...{ title: '农艺师', fields: ['fruit'], crops: [], townships: [], taking: true, maxOpen: 10 },
      },
    }),
  },
  'expert.setMine': { only: 'the caller’s own page', input: { taking: true, maxOpen: 20 } },
  'import.template': { only: 'headings, and the names of places', input: { kind: 'people' } },
  'import.preview': {
    only: 'the caller’s own upload; rows of places out of reach are problems',
    input: { kind: 'people', fileID: 'cloud://nothing/nothing.xlsx' },
  },
  'import.proceed': { names: forImport },
  'import.confirm': { names: forImport },
  'import.undo': { names: forImport },
  'import.get': { names: forImport },
  'import.list': { lists: {} },
  'identity.redeem': {
    only: 'the code alone tells whose it is',
    input: { code: 'ABCDEF', consent: GUIDELINE },
  },
  'identity.requestBinding': {
    only: 'the caller’s own account',
    input: { village: VILLAGE.own, name: '新来的人', consent: GUIDELINE },
  },
  'identity.matchBinding': {
    only: 'the caller’s own account, and nothing of whom it would be',
    input: { village: VILLAGE.own, name: '新来的人', lastSix: '123456', agreed: true, consent: GUIDELINE },
  },
  'identity.myRequest': { only: 'the caller’s own', input: {} },
  'identity.invite': { names: (relation) => ({ input: { personIds: [personOf(relation)] } }) },
  'identity.invitations': { lists: {} },
  'identity.revokeInvitation': { names: (relation) => ({ input: { code: codeOf(relation) } }) },
  'identity.invitationCodes': { lists: { codes: RELATIONS.map(codeOf) } },
  'identity.invitationSheet': { names: (relation) => ({ input: { codes: [codeOf(relation)] } }) },
  'identity.bindingRequests': { lists: {} },
  'identity.decideBinding': {
    names: (relation) => ({
      input: {
        requestId: bindingRequestOf(relation),
        at: ASKED_AT,
        accept: true,
        personId: personOf(relation),
      },
    }),
  },
  'identity.unbind': {
    names: (relation) => ({ input: { personId: personOf(relation), reason: '换手机' } }),
  },
  'identity.undoBinding': {
    names: (relation) => ({ input: { personId: personOf(relation), reason: '绑错了人' } }),
  },
  'identity.bindingHistory': { names: (relation) => ({ input: { personId: personOf(relation) } }) },
  'identity.roles': { lists: { role: 'cadre' } },
  'identity.grantRole': {
    names: (relation) => ({
      input: { personId: personOf(relation), role: 'informant', over: VILLAGE[relation] },
    }),
  },
  'identity.revokeRole': {
    names: (relation) => ({
      input: { personId: personOf(relation), role: 'cadre', over: VILLAGE[relation], reason: '期满' },
    }),
  },
  'identity.consent': { only: 'the caller’s own', input: { version: GUIDELINE } },
  'identity.about': { only: 'the caller’s own', input: {} },
  'identity.looks': { only: 'the caller’s own', input: {} },
  'identity.takeAlong': { only: 'the caller’s own', input: {} },
  'identity.withdraw': { names: (relation) => ({ input: { personId: personOf(relation) } }) },
  'identity.showCode': { only: 'the caller’s own', input: {} },
  'identity.agree': { names: forPerson({ personId: 'nobody', relation: '子女' }) },
  'identity.withdrawAgreement': { names: forPerson({ personId: 'nobody' }) },
  'identity.actingFor': { only: 'who agreed to the caller', input: {} },
  'identity.setNumber': {
    names: (relation) => ({
      input: {
        personId: personOf(relation),
        number: '11010519491231002X',
        purpose: 'lodging',
        agreed: true,
      },
    }),
  },
  'identity.unmask': {
    names: (relation) => ({ input: { personId: personOf(relation), reason: '登记住宿' } }),
  },
  'audit.search': { lists: {} },
  'audit.mine': { only: 'the caller’s own acts', input: {} },
  'training.certificates': { names: forPerson({}) },
  'training.certificate': { names: theirCertificate },
  'training.certificatePdf': { names: theirCertificate },
  'training.verifyCertificate': {
    only: 'whoever holds its number; the name is masked',
    input: { number: certificateOf('village') },
  },
  'training.issued': { names: (relation) => ({ input: { classId: classIdOf(relation) } }) },
  'training.revokeCertificate': {
    names: (relation) => ({ input: { number: certificateOf(relation), reason: '写错了名字' } }),
  },
  'training.afterClass': { names: forPerson({ classId: 'class-open' }) },
  'training.rate': { names: forPerson({ classId: 'class-open', stars: 5 }) },
  'training.ratings': planned({}),
  'training.signInSheet': planned({ session: 's1', format: 'word' as const }),
  'training.rosterSheet': planned({ format: 'excel' as const }),
  'training.classCode': { only: 'a class anybody may see', input: { classId: 'class-open' } },
  'export.people': { only: IN_A_FILE, input: {} },
  'export.households': { only: IN_A_FILE, input: {} },
  'export.experts': { only: IN_A_FILE, input: {} },
  'export.enrolments': planned({}),
  'export.dividendItems': { only: IN_A_FILE, input: {} },
  'export.questions': { only: IN_A_FILE, input: {} },
  'export.mine': { only: IN_A_FILE, input: {} },
  'export.audit': { only: IN_A_FILE, input: {} },
}
