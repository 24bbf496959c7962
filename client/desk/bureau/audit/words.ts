import { actName } from '../../../../contract/act-names'
import type { AuditLine } from '../../../../contract/audit'
import { sayTime } from '../../../../contract/time'

/** What one usually looks for, beside everything. */
const ACTS = [
  'registry.person',
  'registry.household',
  'registry.savePerson',
  'registry.saveHousehold',
  'registry.mergePeople',
  'registry.archivePerson',
  'identity.invite',
  'identity.redeem',
  'identity.decideBinding',
  'identity.unbind',
  'identity.undoBinding',
  'identity.grantRole',
  'identity.revokeRole',
  'identity.setNumber',
  'identity.unmask',
  'identity.withdraw',
  'training.enrol',
  'consultation.answer',
  'dividend.get',
  'dividend.confirm',
  'dividend.reverse',
  'audit.search',
] as const

export const ACT_OPTIONS = [
  { key: '', name: '什么事都看' },
  ...ACTS.map((key) => ({ key: key as string, name: actName(key) })),
]

/** One line of the log as one says it: "11 月 20 日 9:40，李大山替王秀英 报名：青脆李冬季修剪". */
export function lineWords({ at, who, forWhom, what, about }: AuditLine, now: number): string {
  const whom = forWhom && forWhom !== who ? `替${forWhom}` : ''
  // What somebody did about themselves needs no name twice.
  const thing = about.name && about.name !== who && about.name !== forWhom ? `：${about.name}` : ''
  return `${sayTime(at, now)}，${who}${whom} ${what}${thing}`
}
