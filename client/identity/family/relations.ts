/** How somebody who acts for one stands to them. */
export const RELATIONS = {
  配偶: '爱人',
  子女: '儿子、女儿',
  儿媳女婿: '儿媳、女婿',
  父母: '父母',
  兄弟姐妹: '兄弟姐妹',
  孙子女: '孙辈',
  其他: '别的亲戚、邻居',
} as const
export type Relation = keyof typeof RELATIONS
