/**
 * One function instance: the unmodified bundle in a worker thread of its own, one invocation at a time, as in the cloud.
 * The identity is the thread's environment, read by the SDK at each getWXContext().
 */
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const { bundle } = workerData as { bundle: string }
const port = parentPort
if (!port) throw new Error('runs in a worker thread only')

const main = () =>
  (createRequire(bundle)(bundle) as { main: (event: unknown, context: object) => unknown }).main

port.on(
  'message',
  async ({ event, openid, requestId }: { event: unknown; openid?: string; requestId: string }) => {
    if (openid === undefined) delete process.env.WX_OPENID
    else process.env.WX_OPENID = openid
    process.env.TCB_REQUEST_ID = requestId
    try {
      const result = await main()(event, { callbackWaitsForEmptyEventLoop: false, request_id: requestId })
      port.postMessage({ result: JSON.stringify(result) ?? 'null' })
    } catch (error) {
      port.postMessage({ failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
    }
  },
)
