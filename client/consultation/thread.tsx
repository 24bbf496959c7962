import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { QuestionDetail } from '../../contract/consultation'
import { sayDuration, sayTime } from '../../contract/time'
import { Sign } from '../components'
import './thread.scss'

type Photo = QuestionDetail['photos'][number]
type Entry = QuestionDetail['entries'][number]

/** What was asked, with its photos, and all that was said since, as a talk between two sides. */
export function Thread({ question }: { question: QuestionDetail }) {
  const now = Date.now()
  return (
    <View className="thread">
      <View className="said said-asker">
        {question.text !== '' && <Text>{question.text}</Text>}
        <Photos photos={question.photos} />
        <Text className="quiet">{`${asker(question)}，${sayTime(question.askedAt, now)}`}</Text>
      </View>
      {question.entries.map((entry, place) => (
        <Said
          key={entry.at}
          entry={entry}
          title={question.expert.title}
          since={question.entries[place - 1]?.at ?? question.askedAt}
          now={now}
        />
      ))}
    </View>
  )
}

const asker = ({ person, askedBy }: QuestionDetail): string =>
  `${person.villageName} ${person.name}${askedBy ? `（${askedBy} 代问）` : ''}`

function Said({ entry, title, since, now }: { entry: Entry; title: string; since: string; now: number }) {
  const at = sayTime(entry.at, now)
  if (entry.kind === 'answer')
    return (
      <View className="said said-expert">
        <View className="strong">
          <Sign name="seal" />
          <Text>{` ${entry.by} ${title}`}</Text>
        </View>
        <Text>{entry.text}</Text>
        <Text className="quiet">{`${at}，${sayDuration(Date.parse(entry.at) - Date.parse(since))}内回复`}</Text>
      </View>
    )
  return (
    <View className="said said-asker">
      <View className="strong">{entry.kind === 'helped' ? '管用' : '还不行'}</View>
      {entry.text !== '' && <Text>{entry.text}</Text>}
      <Text className="quiet">{`${entry.by}，${at}`}</Text>
    </View>
  )
}

/** Photos that may be seen open large; of the others one is told why they cannot. */
function Photos({ photos }: { photos: readonly Photo[] }) {
  if (photos.length === 0) return null
  const urls = photos.flatMap((photo) => photo.url ?? [])
  const checking = photos.filter((photo) => photo.state === 'checking' && !photo.url).length
  const withheld = photos.filter((photo) => photo.state === 'withheld' && !photo.url).length
  return (
    <>
      <View className="photos">
        {urls.map((url) => (
          <Image
            key={url}
            className="photo photo-image"
            src={url}
            mode="aspectFill"
            onClick={() => void Taro.previewImage({ urls, current: url })}
          />
        ))}
      </View>
      {checking > 0 && <Text className="quiet">{`${checking} 张照片微信还在检查，过一会儿就能看`}</Text>}
      {withheld > 0 && <Text className="quiet">{`${withheld} 张照片没有通过检查，看不了`}</Text>}
    </>
  )
}
