import { handlers } from '../../areas/handlers'
import { cloud } from '../../platform/cloud'
import { dispatch } from '../../platform/dispatch'

/** Everything interactive: one pool of warm instances. */
export const main = (event: unknown) => dispatch(event, cloud.getWXContext().OPENID || undefined, handlers)
