// One fresh process, one measurement in milliseconds on its last line. Plain JavaScript, so that no compiler is loaded.
const [kind, path, event] = process.argv.slice(2)

async function main() {
  const began = process.hrtime.bigint()
  const loaded = require(path)
  let answer
  if (kind === 'call') answer = await loaded.main(JSON.parse(event))
  const ms = Number(process.hrtime.bigint() - began) / 1e6
  if (kind === 'call' && answer.ok !== true)
    throw new Error(`the first call failed: ${JSON.stringify(answer)}`)
  process.stdout.write(`\n${ms}\n`, () => process.exit(0))
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
