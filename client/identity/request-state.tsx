import { View } from '@tarojs/components'
import { Card, Status } from '../components'
import { type AskedRequest, requestWords } from '../home/request-words'

/** How one's own request to be registered stands. */
export function RequestState({ request }: { request: AskedRequest }) {
  const { kind, title, about } = requestWords(request)
  return (
    <Card>
      <Status kind={kind}>{title}</Status>
      <View>{about}</View>
    </Card>
  )
}
