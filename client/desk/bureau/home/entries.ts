import type { Me } from '../../../../contract/identity'
import type { Audience } from '../../../../contract/operation'
import type { SignName } from '../../../icons/names'
import { has } from '../../../roles'

interface Place {
  sign: SignName
  name: string
  about: string
  page: string
  /** Who can do it. */
  by: readonly Audience[]
}

const PLACES: readonly Place[] = [
  {
    sign: 'people',
    name: '人员登记',
    about: '找人、找户，登记、改资料、分户、换户主',
    page: '/desk/bureau/registry/search/index',
    by: ['bureau', 'admin'],
  },
  {
    sign: 'edit',
    name: '办培训班',
    about: '新办、照去年的再办，审核报名，改期、取消',
    page: '/desk/training/home/index',
    by: ['bureau'],
  },
  {
    sign: 'board',
    name: '培训人次',
    about: '今年办到多少，离目标还差多少，分乡镇、村、课程看',
    page: '/desk/training/counts/index',
    by: ['bureau'],
  },
  {
    sign: 'download',
    name: 'Excel 导入导出',
    about: '填好表格一次登记很多，也能导出',
    page: '/desk/bureau/imports/index',
    by: ['bureau', 'admin'],
  },
  {
    sign: 'seal',
    name: '今年的分红',
    about: '看各家合作社付了没有',
    page: '/desk/cooperative/due/index',
    by: ['bureau'],
  },
  {
    sign: 'person',
    name: '登记申请',
    about: '谁说自己是哪村的谁，等着确认',
    page: '/desk/informant/requests/index',
    by: ['bureau'],
  },
  {
    sign: 'code',
    name: '邀请码',
    about: '给村里人发码，打印成张',
    page: '/desk/bureau/invitations/index',
    by: ['bureau'],
  },
  {
    sign: 'key',
    name: '身份',
    about: '信息员、驻村干部、合作社的人，谁管哪里',
    page: '/desk/bureau/roles/index',
    by: ['bureau', 'admin'],
  },
  {
    sign: 'search',
    name: '查记录',
    about: '谁办了什么，谁看过谁',
    page: '/desk/bureau/audit/index',
    by: ['bureau', 'admin'],
  },
  {
    sign: 'teacher',
    name: '专家名录',
    about: '谁能问，谁请假，改专家资料',
    page: '/expert/list/index',
    by: ['bureau'],
  },
  {
    sign: 'home',
    name: '合作社和企业',
    about: '单位和替它办事的人',
    page: '/desk/bureau/registry/organisations/index',
    by: ['bureau', 'admin'],
  },
  {
    sign: 'place',
    name: '乡镇和村',
    about: '登记、改名',
    page: '/desk/bureau/registry/regions/index',
    by: ['bureau', 'admin'],
  },
  {
    sign: 'calendar',
    name: '工作日历',
    about: '放假、调休、上班时间，期限都按它算',
    page: '/desk/training/calendar/index',
    by: ['bureau', 'admin'],
  },
]

/** What somebody finds on the bureau's desk; before it is known who they are, all of it. */
export const placesOf = (me: Pick<Me, 'roles'> | undefined): Place[] =>
  PLACES.filter(({ by }) => me === undefined || has(me, ...by))
