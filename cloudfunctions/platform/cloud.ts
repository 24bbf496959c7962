import cloud from 'wx-server-sdk'

// The SDK's types know only a string here, its documentation and code the symbol.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export { cloud }
