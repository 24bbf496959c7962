import Taro, { useRouter } from '@tarojs/taro'
import { go } from '../go'
import { useHanded } from '../handed'

/** Whom one acts for from now on; nobody: oneself. */
export interface Acted {
  personId?: string
  name?: string
}

export const ACTING = 'acting'

/** Pages that are the same job for anybody. What is about one person's thing is left for that person's jobs. */
const ANYBODYS = [
  'training/classes/index',
  'training/class/index',
  'consultation/ask/index',
  'dividend/mine/index',
]

export const jobsPage = ({ personId, name = '' }: Acted): string =>
  personId ? `/identity/person/index?actFor=${personId}&actName=${encodeURIComponent(name)}` : '/home/index'

/** The same page for somebody else, where it is the same job. `params`: of its address. */
export function pageFor(
  path: string,
  params: Readonly<Record<string, string | undefined>>,
  who: Acted,
): string {
  const page = path.replace(/^\//, '').split('?')[0] ?? ''
  if (!ANYBODYS.includes(page)) return jobsPage(who)
  // Taro puts keys of its own beside those of the address.
  const kept = Object.entries(params).filter(
    ([key]) => !['actFor', 'actName', 'stamp'].includes(key) && !key.startsWith('$'),
  )
  const query = kept.map(([key, value]) => `${key}=${value ?? ''}`)
  if (who.personId) query.push(`actFor=${who.personId}`, `actName=${encodeURIComponent(who.name ?? '')}`)
  return `/${page}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** Lets the person of a page be changed: who was chosen comes back here, and the page opens again for them. */
export function useChangeActing(): () => Promise<unknown> {
  const { path, params } = useRouter()
  useHanded<Acted>(ACTING, (who) => {
    const page = pageFor(path, params, who)
    void (page === '/home/index' ? go(page) : Taro.redirectTo({ url: page }))
  })
  return () => go('/identity/acting/index?change=1')
}
