import { OPERATIONS } from '../../contract'
import { functionOf } from './function-of'

test('every operation is called at the function that serves it', () => {
  expect(OPERATIONS.map(({ name }) => [name, functionOf(name)])).toEqual(
    OPERATIONS.map((entry) => [entry.name, entry.function]),
  )
})
