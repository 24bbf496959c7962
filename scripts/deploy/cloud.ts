import CloudBase from '@cloudbase/manager-node'
import type { Values } from './configuration'

/** What every step is done with. */
export interface Hands {
  cloud: CloudBase
  env: string
  /** Waiting, so that tests need not. */
  pause(ms: number): Promise<void>
}

/** What a step came to: whether anything was done, and what a person should know besides. */
export interface Outcome {
  did: readonly string[]
  notes: readonly string[]
}

/** The cloud of the configuration, reached with its keys. Nothing is sent until a step asks. */
export function reach(values: Values): Hands {
  const { env = '', secretId, secretKey, region } = values
  return {
    cloud: new CloudBase({ envId: env, secretId, secretKey, region }),
    env,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
}

/** An action of Tencent Cloud's API that the management SDK has no method for. */
export async function ask<T>(
  { cloud, env }: Hands,
  action: string,
  parameters: Record<string, unknown>,
): Promise<T> {
  const answer: unknown = await cloud
    .commonService('tcb', '2018-06-08')
    .call({ Action: action, Param: { EnvId: env, ...parameters } })
  return answer as T
}

/** The code of a refusal by the cloud, such as ResourceNotFound.Function. */
export const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}
