import { useEffect, useState } from 'react'
import { cachedMe, rememberMe } from '../cloud/me'
import { type Loaded, useLoad } from '../cloud/use-load'
import { keep, kept } from '../storage'
import { showUnread } from '../unread'
import type { Home } from './summary'

/** By version: what an older version kept may have another shape. */
const LAST_SEEN = `home:${process.env.TARO_APP_VERSION}`

/** Home by its one call; until that is answered, or where there is no network, what was seen here last. */
export function useHome(): Loaded<Home> {
  const loaded = useLoad('home.get', {})
  const [seen] = useState(() => kept<Home>(LAST_SEEN))
  const { data } = loaded
  useEffect(() => {
    // Without a network a tap still needs the template ids.
    if (seen && !cachedMe()) rememberMe(seen.me)
  }, [seen])
  useEffect(() => {
    if (!data) return
    keep(LAST_SEEN, data)
    rememberMe(data.me)
    showUnread(data.inbox.unread)
  }, [data])
  if (data || !seen) return loaded
  return { ...loaded, data: seen, state: 'ready' }
}
