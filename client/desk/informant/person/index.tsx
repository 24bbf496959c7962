import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Jobs } from '../../../acting/jobs'
import { usePages } from '../../../cloud/use-load'
import { Card, GhostButton, Screen } from '../../../components'
import { go, useActing } from '../../../go'

/** What is known of them, which nobody acts on from here. */
const ENTRIES = [
  { name: '看登记的资料', about: '电话、家里有谁', page: '/desk/bureau/registry/person/index' },
  { name: '他的微信', about: '换了手机、登记错了人', page: '/identity/bindings/index' },
  { name: '登记身份证号', about: '培训住宿、签协议时才用', page: '/identity/number/index' },
]

/** Somebody of an informant's villages, for whom they act. */
export default function PersonPage() {
  const { actFor, actName = '', query } = useActing()
  const questions = usePages('consultation.mine', {}, (output) => output.questions, actFor)
  return (
    <Screen
      acting={actName}
      bar={
        <GhostButton sign="acting" onPress={() => changePerson()}>
          换个人
        </GhostButton>
      }
    >
      <Jobs name={actName} query={query} questions={questions}>
        {ENTRIES.map(({ name, about, page }) => (
          <Card key={page} onPress={() => go(`${page}?id=${actFor}&name=${encodeURIComponent(actName)}`)}>
            <View className="grow">
              <View className="strong">{name}</View>
              <View className="quiet">{about}</View>
            </View>
          </Card>
        ))}
      </Jobs>
    </Screen>
  )
}

/** Back to the list, which is usually the page underneath. */
const changePerson = (): Promise<unknown> =>
  Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo({ url: '/desk/informant/people/index' })
