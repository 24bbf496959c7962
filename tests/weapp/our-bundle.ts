import { resolve } from 'node:path'
import { buildClientIfChanged } from '../../scripts/build'

/** Our own WeChat bundle, built if the client has changed since. */
export async function ourBundle(): Promise<string> {
  await buildClientIfChanged('weapp')
  return resolve('dist/weapp')
}

/** For `beforeAll`: a build takes ten seconds, on a busy machine much longer. */
export const BUILD_PATIENCE = 240_000
