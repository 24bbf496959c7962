/** WeChat wraps each module so that these names mean nothing in it. */
export const SHADOWED =
  'window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,confirm,prompt,XMLHttpRequest,WebSocket,fetch'
