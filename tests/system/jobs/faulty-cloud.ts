import { cloud as real } from '../../../cloudfunctions/platform/cloud'

/** What goes wrong at the next calls of WeChat, oldest first; what is not said goes well. */
export type Fault =
  /** The instance is killed before, or after, WeChat has done it. */
  | 'dieBefore'
  | 'dieAfter'
  /** WeChat has done it and the answer is lost on the way, in the SDK's words. */
  | 'answerLost'
  /** WeChat refuses with this code. */
  | number

const faults: Fault[] = []
export const plan = (next: readonly Fault[]): void => void faults.splice(0, faults.length, ...next)

type Api = (input: object) => Promise<unknown>

async function withFault(api: Api, input: object): Promise<unknown> {
  const fault = faults.shift()
  const failed = (errCode: number) => Object.assign(new Error('failed'), { errCode })
  if (fault === 'dieBefore') return process.exit(1)
  if (typeof fault === 'number') throw failed(fault)
  const answer = await api(input)
  if (fault === 'dieAfter') return process.exit(1)
  if (fault === 'answerLost') throw failed(-501001)
  return answer
}

const { subscribeMessage, security } = real.openapi as unknown as {
  subscribeMessage: { send: Api }
  security: { mediaCheckAsync: Api }
}

/** The cloud, but for the two services of WeChat that jobs uses. */
export const cloud = new Proxy(real, {
  get: (target, name, receiver) =>
    name === 'openapi'
      ? {
          subscribeMessage: { send: (input: object) => withFault(subscribeMessage.send, input) },
          security: { mediaCheckAsync: (input: object) => withFault(security.mediaCheckAsync, input) },
        }
      : Reflect.get(target, name, receiver),
})
