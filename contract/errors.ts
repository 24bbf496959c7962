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
  ARCHIVED: '已经归档了，不能再改。要改请先恢复。',
  NOT_ARCHIVED: '没有归档，不用恢复。请返回看看。',
  MERGED: '已经并到另一个人名下，不能恢复。请到那个人那里办。',
  SAME_NAME: '这个村已经有同名的人。请先看看是不是同一个；不是，就选“是另一个人”再保存。',
  HEAD_STAYS: '户主不能直接动。请先给这一户换户主。',
  NOT_A_MEMBER: '选的人不在这一户里。请返回重新选。',
  NO_SUCH_REGION: '没有这个村或乡镇，或者已经归档。请重新选。',
  STILL_LIVED_IN: '里面还有人，不能归档。请先把人迁走或者归档。',
  HAS_CONTRACT: '还有没到期的代养协议，不能归档。请等协议到期，或者反过来合并。',
  HAS_OFFICERS: '还有人替它办事，不能归档。请先取消他们的身份。',
  NO_CADRE: '选的人不是这个村的驻村干部。请重新选。',
  NOT_THE_SAME: '两个人的身份证号不一样，不是同一个人。请核对。',
  TWO_ACCOUNTS: '两个人各用一个微信。请先解绑其中一个，再合并。',
  TWO_ENROLMENTS: '两个人报了同一个班。请先取消其中一个，再合并。',
  KEEP_THE_OTHER: '要并掉的人是专家，或者管着帮扶户。请反过来：保留这个人。',
  EXPERT_ALREADY: '这个人已经是专家了。请在名录里找到，再改。',
  EXPERT_AWAY: '这位专家现在不在。请另选一位，或者让系统派一位。',
  EXPERT_FULL: '这位专家手上的问题满了。请另选一位，或者让系统派一位。',
  EXPERT_ELSEWHERE: '这位专家是外县的，不回本县的问题。请另选一位。',

  FILE_MISSING: '文件没有传好。请重新选一次。',
  FILE_TOO_BIG: '这个文件超过 5 MB，太大了。请把表格拆成几个小文件，一个一个导入。',
  FILE_OLD_XLS:
    '这是旧版的 .xls 表格，或者加了密码。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx，再选一次。',
  FILE_CSV: '这不是 Excel 表格，是文本（.csv）。请用 Excel 或 WPS 打开，另存为 .xlsx，再选一次。',
  FILE_NOT_XLSX: '这个文件不是 .xlsx 表格。请先下载模板，填好再选。',
  FILE_BROKEN: '这个文件坏了，打不开。请用 Excel 或 WPS 打开看看，另存为 .xlsx，再选一次。',
  FILE_TOO_MUCH: '表格里的东西太多，读不了。请只把要导入的行复制到模板里，保存后再选。',
  FILE_TOO_MANY_ROWS: '一次最多导入 10000 行。请把表格拆成几个文件，一个一个导入。',
  FILE_EMPTY: '表格里没有要导入的行。请照着模板填好，保存后再选。',
  COLUMNS_MISSING: '表格里少了几列。请下载模板，照着模板的表头填。',
  IMPORT_NOT_READY: '这次导入还不能确认。请返回，重新打开看看。',
  IMPORT_NOT_DONE: '这次导入还没有写完，或者已经撤销了。请返回，重新打开看看。',
  IMPORT_FORGOTTEN: '这次导入过去很久了，明细已经清掉。要改请直接在登记册里改。',
  LIST_TOO_LONG: '要导出的太多了，超过 50000 行。请先缩小范围再导出。',
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
