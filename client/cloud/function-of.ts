/** What needs the memory and the time of files; all the rest is `api`'s. */
const DOCUMENTS =
  /^(import|export)\.|^training\.(certificatePdf|signInSheet|rosterSheet)$|^identity\.invitationSheet$/

/**
 * The cloud function an operation is called at, since the client calls each directly. The contract says the same
 * (function-of.test.ts); importing it would bring zod into the bundle.
 */
export const functionOf = (operation: string): 'api' | 'documents' =>
  DOCUMENTS.test(operation) ? 'documents' : 'api'
