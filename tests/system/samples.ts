import type { Input, OperationName } from '../../contract'

/** A valid input of each operation that changes nothing real; the type demands a row for every one. */
export const SAMPLES: { [N in OperationName]: Input<N> } = {
  'home.get': {},
  'identity.me': {},
  'training.list': {},
  'training.get': { classId: 'nothing' },
  'training.enrol': { classId: 'nothing' },
  'training.cancelEnrolment': { classId: 'nothing' },
  'training.myEnrolments': { when: 'past' },
  'calendar.get': { year: 2027 },
  'calendar.save': {
    year: 2027,
    version: 9,
    holidays: [{ name: '元旦', from: '2027-01-01', until: '2027-01-01' }],
    workdays: ['2027-01-03'],
    hours: [{ from: '09:00', until: '12:00' }],
  },
  'consultation.ask': { subject: 'plum', text: '问一问' },
  'consultation.mine': {},
  'consultation.get': { questionId: 'nothing' },
  'consultation.queue': {},
  'consultation.answer': { questionId: 'nothing', text: '试一试' },
  'consultation.feedback': { questionId: 'nothing', helped: true },
  'dividend.mine': {},
  'dividend.due': {},
  'dividend.get': { itemId: 'nothing' },
  'dividend.confirm': {
    items: [{ itemId: 'nothing', evidence: { kind: 'gift', givenOn: '2026-01-01', what: '大米' } }],
  },
  'dividend.reverse': { itemId: 'nothing', reason: '写错了一户' },
  'dividend.dispute': { itemId: 'nothing' },
  'inbox.list': {},
  'inbox.markRead': { ids: ['nothing'] },
  'registry.people': {},
  'notification.recordGrant': { answers: [{ kind: 'enrolled', answer: 'reject' }] },
}
