import { buildFunctionsIfChanged } from './functions'

buildFunctionsIfChanged().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
