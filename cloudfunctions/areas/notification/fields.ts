import { formatYuan } from '../../../contract/money'
import { beijing } from '../../../contract/time'
import { shortened } from '../../platform/shortened'

/** An empty field is refused by WeChat (47003), so every field says something. */
const filled = (text: string): string => (text.trim() === '' ? '见小程序' : text.trim())

/** Values in the form each field type of a subscription template demands (WeChat's parameter limits). */
export const field = {
  /** thing: at most 20 characters, on one line. */
  thing: (text: string): string => shortened(filled(text).replace(/\s+/g, ' '), 20),
  /** time: 2026年5月8日 15:01, Beijing. */
  time: (at: string): string => beijing(at).format('YYYY年M月D日 HH:mm'),
  /** amount: digits, may end in 元. */
  amount: (fen: number): string => formatYuan(fen).replace(/[, ]/g, ''),
}
