import { GUIDELINE } from '../../../contract/guideline'
import type { Me } from '../../../contract/identity'
import type { Context } from '../../platform/context'
import { uploadPrefix } from '../../platform/files'

/** Who is calling, as the client needs it; a visitor has no person and no roles. */
export const presentMe = ({ account, openid, configuration }: Context): Me => ({
  person: account
    ? { id: account.personId, name: account.name, village: account.village, place: account.place }
    : undefined,
  roles: account?.roles ?? [],
  agreed: account?.consent?.version === GUIDELINE,
  uploadPrefix: uploadPrefix(openid, configuration),
  templates: configuration.templates,
})
