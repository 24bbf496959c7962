import { Text, View } from '@tarojs/components'
import { Picture, Sign, Status } from '../components'
import { go } from '../go'
import { register } from '../lead'
import type { Entry } from './summary'

/**
 * One big button, and under it what of mine is behind it. They are two targets: who taps 问专家 wants to ask, who
 * taps their question wants to read the answer.
 */
export function EntryCard({ entry }: { entry: Entry }) {
  const { key, name, picture, about, standing, page, registered, mine } = entry
  const open = () => (registered ? register(page) : go(page))
  return (
    <View className="entry">
      <View className="entry-head" id={`home-${key}`} hoverClass="pressed" onClick={() => void open()}>
        <Picture name={picture} />
        <View className="grow">
          <View className="entry-name">{name}</View>
          {about && <View className="quiet">{about}</View>}
          {standing.length > 0 && (
            <View className="entry-standing">
              {standing.map(({ kind, text }) => (
                <Status key={text} kind={kind}>
                  {text}
                </Status>
              ))}
            </View>
          )}
        </View>
        <Sign name="next" />
      </View>
      {mine && (
        <View
          className="entry-mine"
          id={`home-${key}-mine`}
          hoverClass="pressed"
          onClick={() => void go(mine.page)}
        >
          <View className="grow entry-mine-words">
            <Text className="entry-mine-text">{mine.text}</Text>
            <Status kind={mine.standing.kind}>{mine.standing.text}</Status>
          </View>
          <Sign name="next" />
        </View>
      )}
    </View>
  )
}
