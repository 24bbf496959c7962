import { Text, View } from '@tarojs/components'
import type { Item } from '../../../contract/dividend'
import { Sign } from '../../components'
import { confirmationWords, itemOfYear } from '../words'
import './choose.scss'

interface Props {
  items: readonly Item[]
  chosen: string | undefined
  error: string
  onChoose: (itemId: string) => void
}

/** One of several things that were given. */
export function Choose({ items, chosen, error, onChoose }: Props) {
  return (
    <View className="choose">
      {items.map((item) => (
        <View
          key={item.id}
          className={`choose-one${item.id === chosen ? ' choose-on' : ''}`}
          hoverClass="pressed"
          onClick={() => onChoose(item.id)}
        >
          <Sign name={item.id === chosen ? 'chosen' : 'unchosen'} />
          <View className="grow">
            <View className="strong">{itemOfYear(item)}</View>
            {item.confirmation && (
              <View className="quiet">{`合作社说：${confirmationWords(item.confirmation, Date.now())}`}</View>
            )}
          </View>
        </View>
      ))}
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
