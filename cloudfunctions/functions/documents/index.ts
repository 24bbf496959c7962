import { documentHandlers } from '../../areas/documents-handlers'
import { cloud } from '../../platform/cloud'
import { dispatch } from '../../platform/dispatch'

/** What needs the memory and the time that files need; `api` stays small and quick to start. */
export const main = (event: unknown) =>
  dispatch(event, cloud.getWXContext().OPENID || undefined, documentHandlers)
