/**
 * Every refusal, with the sentence a person reads: what is the matter and what to do next.
 * A code is for programs; a sentence may be replaced by a more exact one where the operation knows more.
 */
export const ERRORS = {
  INVALID_INPUT: '有地方没填对，请看标出来的地方，改好再试。',
  UNKNOWN_OPERATION: '小程序版本旧了。请关掉小程序，重新打开再试。',
  NOT_REGISTERED: '还不知道您是哪村哪户。请联系本村信息员或县科技局，登记好就能办。',
  FORBIDDEN: '这件事您的身份办不了。要是该您办，请联系县科技局。',
  NOT_FOUND: '没有找到，可能已经取消了。请返回上一页看看。',
  REQUEST_REUSED: '这次提交的内容和刚才的不一样。请返回，重新填一次再提交。',
  BUSY: '现在用的人太多。请等几秒再按一次。填好的都不会丢。',
  INTERNAL: '系统出了点问题，已经记下来了。请过一会儿再试。填好的都不会丢。',
  TOO_LARGE: '内容太多了，发不出去。请少写一点、少选几张照片再试。',
  UNSAFE_TEXT: '有些话不能发出去。请换个说法再发。',
  CONSENT_NEEDED: '隐私说明更新了。请先看一看、点“同意”，再接着办。填好的都不会丢。',
  TOO_OFTEN: '您按得太多了。请过一会儿再试。',
  FILE_NOT_YOURS: '照片没有传好。请删掉，重新拍或者重新选一张。',

  CLASS_FULL: '这个班报满了。请看看别的班。',
  VILLAGE_FULL: '您村的名额报满了。请看看别的班。',
  ALREADY_ENROLLED: '已经报过这个班了，不用再报。',
  SIGN_UP_CLOSED: '这个班的报名已经截止。请看看别的班。',
  NOT_ELIGIBLE: '这个班不面向您所在的村。请看看别的班。',
  NOT_ENROLLED: '没有报这个班，不用取消。',
  CANCEL_CLOSED: '已经开班，不能在这里取消。来不了请打电话告诉老师。',

  NO_EXPERT: '暂时没有合适的专家。请打县科技局电话问一问。',
  QUESTION_CLOSED: '这个问题已经办结了。还有问题请重新问一个。',
  NOT_ANSWERED: '专家还没有回复。回复了会通知您。',
  ANSWERED_ALREADY: '这个问题已经回复过了，正在等农户说管不管用。',

  ITEM_CONFIRMED: '这一项已经确认过了，不能再确认。写错了请用冲正。',
  ITEM_NOT_CONFIRMED: '这一项还没有确认，不用冲正。',
  ITEM_DISPUTED: '已经记下您没收到，合作社正在查。不用再按。',
  WRONG_EVIDENCE: '凭据和这一项对不上。请返回重新填。',
  PAID_IN_FUTURE: '日期还没到。请填真正给的那一天。',
  OWN_MONEY: '不能给自己家确认。请合作社的另一位同事来办。',

  STALE: '别人刚改过，请重新打开再改。',
} as const

export type ErrorCode = keyof typeof ERRORS

/** What any operation may answer, whatever it is about. */
export const COMMON_ERRORS = [
  'INVALID_INPUT',
  'UNKNOWN_OPERATION',
  'NOT_REGISTERED',
  'FORBIDDEN',
  'NOT_FOUND',
  'REQUEST_REUSED',
  'BUSY',
  'INTERNAL',
  'TOO_LARGE',
  'CONSENT_NEEDED',
  'TOO_OFTEN',
] as const satisfies readonly ErrorCode[]
