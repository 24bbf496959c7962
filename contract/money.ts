/** Integer fen as people write it: `formatYuan(100000)` is "1,000 元"; cents only where there are any. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  const cents = Math.abs(fen) % 100
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${grouped}${cents ? `.${String(cents).padStart(2, '0')}` : ''} 元`
}
