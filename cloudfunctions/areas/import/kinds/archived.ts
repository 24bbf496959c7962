import type { Archived } from '../../registry/documents'

/** The reason an undone import archives with: importing again takes it back. */
export const UNDONE = '撤销了 Excel 导入'

/** A sentence where something was archived by a person, who knows why. */
export const archivedWrongly = (
  document: { archived?: Archived } | null,
  what: string,
): string | undefined =>
  document?.archived && document.archived.reason !== UNDONE
    ? `${what}已经归档。要恢复请在登记册里恢复，再导入。`
    : undefined
