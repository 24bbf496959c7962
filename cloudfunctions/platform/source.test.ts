import { fromMiniProgram } from './source'

test.each([
  [{ SOURCE: 'wx_client' }, true],
  [{ SOURCE: 'wx_client,scf' }, true],
  [{ SOURCE: 'wx_devtools' }, true],
  // What WeChat pushes has the openid of whom it is about, and comes from no mini-program.
  [{ SOURCE: 'wx_unknown', OPENID: 'somebody' }, false],
  [{ SOURCE: 'wx_trigger' }, false],
  [{}, false],
])('%j comes from the mini-program: %s', (context, expected) => {
  expect(fromMiniProgram(context)).toBe(expected)
})
