/**
 * Whether a call comes from the mini-program (or from DevTools in its name), by the SOURCE of its context: a chain such
 * as `wx_client,scf`. The openid does not tell: what WeChat pushes carries the openid of the person it is about.
 */
export const fromMiniProgram = ({ SOURCE = '' }: { SOURCE?: string }): boolean =>
  SOURCE.split(',').some((source) => source === 'wx_client' || source === 'wx_devtools')
