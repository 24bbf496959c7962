import type { Handler } from '../../platform/dispatch'
import { heldAbout, presentHeld } from './held'
import { looksAt } from './looks'

/** Two round trips. */
export const about: Handler<'identity.about'> = async (_, context) => {
  const [held, lately] = await Promise.all([heldAbout(context), looksAt(context, undefined)])
  return { me: presentHeld(held, context), looks: lately.looks, next: lately.next }
}
