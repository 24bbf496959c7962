/** Where somebody says who they are; a printed code opens it. As in client/app.config.ts, without the first stroke. */
export const BIND_PAGE = 'identity/bind/index'
