import Taro, { useRouter } from '@tarojs/taro'
import { ACTING, type Acted } from '../../../acting/change'
import { go } from '../../../go'
import { hand } from '../../../handed'

/**
 * Who was chosen to act for: on to what one can do for them; with `?change=1` back to the page whose person was to be
 * changed, which lies under the one that asked for whom (identity/acting).
 */
export function useChoosePerson(): (who: Required<Acted>) => Promise<unknown> {
  const changing = useRouter().params.change !== undefined
  return ({ personId, name }) => {
    if (!changing)
      return go(`/desk/informant/person/index?actFor=${personId}&actName=${encodeURIComponent(name)}`)
    hand(ACTING, { personId, name })
    return Taro.navigateBack({ delta: 2 })
  }
}
