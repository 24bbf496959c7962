import { PHASES } from '../../../../contract/training'
import { actsOf, mainOf } from './may'

test.each(PHASES)('%s: one main thing to do, which is not offered twice; never a dead end', (phase) => {
  const main = mainOf(phase, false)
  expect(main).toBeTruthy()
  expect(actsOf(phase, false)).not.toContain(main)
  expect([main, ...actsOf(phase, false)]).toContain('copy')
})

test('what is over cannot be called off any more, nor what was called off', () => {
  for (const phase of ['finished', 'cancelled'] as const) expect(actsOf(phase, false)).not.toContain('cancel')
  for (const phase of ['draft', 'open', 'closed', 'postponed', 'running'] as const)
    expect(actsOf(phase, false)).toContain('cancel')
})

test('a class that is over by its dates is to be closed first', () => {
  expect(mainOf('finished', true)).toBe('finish')
  expect(actsOf('finished', true)).toEqual(['copy'])
})
