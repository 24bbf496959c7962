import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** The words in the page's bar, once they are known. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title })
  }, [title])
}
