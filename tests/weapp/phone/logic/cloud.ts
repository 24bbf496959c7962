import type { Options } from './api'
import type { Edge, EdgeError, PhoneState } from './types'

type Define = (
  name: string,
  work?: (options: Options) => object | undefined | Promise<object | undefined>,
) => unknown

const OFFLINE = { errCode: -1, errMsg: 'Error: request:fail net::ERR_INTERNET_DISCONNECTED' }

const asFailure = ({ code, message }: EdgeError) => ({
  errCode: code,
  errMsg: `Error: errCode: ${code} | errMsg: ${message}`,
})

/** `wx.cloud` and the subscription dialog: what reaches the server, or fails as WeChat does without a network. */
export function makeCloud(state: PhoneState, edge: Edge, define: Define) {
  const started = { cloud: false }
  const ready = () => {
    if (!started.cloud)
      throw { errCode: -601001, errMsg: 'Cloud API isn’t enabled, call wx.cloud.init first' }
    if (!state.online) throw OFFLINE
  }
  return {
    cloud: {
      init() {
        started.cloud = true
      },
      callFunction: define('cloud.callFunction', async ({ name, data }) => {
        const sent = JSON.parse(JSON.stringify(data ?? {}))
        state.cloudCalls.push({ name: String(name), data: sent })
        ready()
        const answer = await edge.call(String(name), sent).catch(() => {
          throw OFFLINE
        })
        if ('error' in answer) throw asFailure(answer.error)
        return { result: answer.result ?? null }
      }),
      uploadFile: define('cloud.uploadFile', async ({ cloudPath, filePath }) => {
        ready()
        const bytes = state.files.get(String(filePath))
        if (!bytes) throw { errCode: -1, errMsg: `file not found: ${String(filePath)}` }
        const answer = await edge.upload(String(cloudPath), bytes)
        if ('error' in answer) throw asFailure(answer.error)
        return { ...answer, statusCode: 200 }
      }),
    },
    requestSubscribeMessage: define('requestSubscribeMessage', ({ tmplIds }) => {
      const templateIds = [...((tmplIds as string[]) ?? [])]
      state.subscriptionsAsked.push({ templateIds, insideTap: state.insideTap })
      if (!state.insideTap) throw { errCode: 20000, errMsg: 'can only be invoked by user TAP gesture.' }
      if (templateIds.length < 1 || templateIds.length > 3)
        throw { errCode: 20003, errMsg: 'Templates count out of max bounds' }
      if (!state.online) throw { errCode: 10002, errMsg: 'request list fail' }
      return edge.subscribe(templateIds)
    }),
  }
}
