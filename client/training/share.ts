import { useShareAppMessage } from '@tarojs/taro'
import type { ClassDetail } from '../../contract/training'
import { shareCard } from './share-card'

/** Lets the page of a class be sent on. */
export function useShareClass(training: ClassDetail | undefined): void {
  useShareAppMessage(() =>
    training ? shareCard(training, Date.now()) : { title: '科技助农', path: '/home/index' },
  )
}
