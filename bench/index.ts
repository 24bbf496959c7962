import { enrolment } from './enrolment'
import { firstCall } from './first-call'
import { isMet, type Line, type Measurement, sayLines, sayVerdict } from './line'
import { localCloud } from './local-cloud'
import { packageSize } from './package-size'
import { registry } from './registry'
import { roundTrips } from './round-trips'
import { screenCalls } from './screen-calls'
import { training } from './training'

const MEASUREMENTS: readonly Measurement[] = [
  packageSize,
  firstCall,
  roundTrips,
  screenCalls,
  enrolment,
  registry,
  training,
  localCloud,
]

/** `npm run bench [-- name …]`: measures, prints each figure with its target; exit 1 where one is missed. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !MEASUREMENTS.some((each) => each.name === name))
  if (unknown.length > 0)
    throw new Error(`no ${unknown.join(', ')}; there are ${MEASUREMENTS.map(({ name }) => name).join(', ')}`)
  const chosen = MEASUREMENTS.filter(({ name }) => names.length === 0 || names.includes(name))
  const all: Line[] = []
  for (const { title, measure } of chosen) {
    const { lines, notes = [] } = await measure()
    process.stdout.write(
      `\n${title}\n${[...sayLines(lines), ...notes].map((line) => `  ${line}\n`).join('')}`,
    )
    all.push(...lines)
  }
  process.stdout.write(`\n${sayVerdict(all)}\n`)
  if (all.some((line) => isMet(line) === false)) process.exitCode = 1
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
