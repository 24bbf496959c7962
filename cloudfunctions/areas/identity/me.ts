import type { Handler } from '../../platform/dispatch'
import { presentMe } from './present'

/** No round trip beyond knowing the caller. */
export const me: Handler<'identity.me'> = async (_, context) => presentMe(context)
