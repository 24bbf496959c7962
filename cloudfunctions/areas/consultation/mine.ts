import type { Handler } from '../../platform/dispatch'
import { questionPage } from './pages'

/** One round trip. */
export const mine: Handler<'consultation.mine'> = ({ cursor }, { subject }) =>
  questionPage({ 'person.id': subject.id }, 'updatedAt', 'desc', cursor)
