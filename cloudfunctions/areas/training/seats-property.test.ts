import fc from 'fast-check'
import { draw, NONE_USED, type Quotas, type Seats } from './seats'
import { type Command, expectSound, lineOf, step, VILLAGES, type World } from './seats-model'

const seatsOf = (of: Quotas): Seats => ({
  ...of,
  released: false,
  taken: NONE_USED,
  held: NONE_USED,
  line: {},
  freed: [],
})

const person = fc.integer({ min: 0, max: VILLAGES.length - 1 })
const reserve = (id: string) =>
  fc.record({ seats: fc.integer({ min: 0, max: 2 }) }).map(({ seats }) => ({ id, name: id, seats }))
const someQuotas: fc.Arbitrary<Quotas> = fc.record({
  seats: fc.integer({ min: 4, max: 9 }),
  seatsPerVillage: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  seatsPerTownship: fc.option(fc.integer({ min: 2, max: 6 }), { nil: undefined }),
  reserved: fc.tuple(reserve('kept'), reserve('far')),
})
const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('enrol' as const), person, approval: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel', 'claim', 'decline', 'expire', 'approve', 'refuse'),
      person,
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'offer' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('quota' as const), quotas: someQuotas }) },
  { weight: 1, arbitrary: fc.constant({ do: 'release' as const }) },
) as fc.Arbitrary<Command>
/** Whether a transaction was committed, died before its commit and is sent again, or its answer was lost and it is. */
const fate = fc.constantFrom('done', 'died', 'answerLost')

test('whatever happens in whatever order, seats are never over, never lost, and what the rows say', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      someQuotas,
      fc.array(fc.tuple(commands, fate), { minLength: 10, maxLength: 120 }),
      (of, happens) => {
        let world: World = { seats: seatsOf(of), rows: new Map(), done: new Set() }
        happens.forEach(([command, fate], request) => {
          const tries = fate === 'done' ? 1 : 2
          for (let n = 0; n < tries; n++) {
            if (world.done.has(request)) continue
            const next = step(world, command, request)
            // Died before its commit: nothing of it is there.
            if (!next || (fate === 'died' && n === 0)) continue
            seen.add(command.do)
            world = { ...next, done: new Set([...next.done, request]) }
          }
          expectSound(world)
        })
        // Offers go on until nobody in line can use what is free: no seat stays empty while somebody waits for it.
        for (let n = 0; ; n++) {
          const next = step(world, { do: 'offer' }, happens.length + n)
          if (!next) break
          world = next
          expectSound(world)
        }
        for (const { claim } of lineOf(world.rows)) expect(typeof draw(world.seats, claim)).toBe('string')
      },
    ),
    { numRuns: 300 },
  )
  // Every kind of event was there, or this says nothing of it.
  expect([...seen].sort()).toEqual(
    [
      'approve',
      'cancel',
      'claim',
      'decline',
      'enrol',
      'expire',
      'offer',
      'quota',
      'refuse',
      'release',
    ].sort(),
  )
})
