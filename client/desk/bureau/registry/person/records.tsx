import { Text } from '@tarojs/components'
import type { PersonCard } from '../../../../../contract/registry'
import { useKnownMe } from '../../../../cloud/me'
import { Card } from '../../../../components'
import { go } from '../../../../go'
import { has } from '../../../../roles'

/** What is kept beside the card: accounts, the identity number, who looked. */
export function Records({ card: { personId, name, identityNumber, archived } }: { card: PersonCard }) {
  const me = useKnownMe()
  const query = `id=${personId}&name=${encodeURIComponent(name)}`
  if (archived) return null
  return (
    <>
      {has(me, 'bureau', 'admin', 'informant') && (
        <Card row onPress={() => go(`/identity/bindings/index?${query}`)}>
          <Text className="grow">登记过的微信</Text>
        </Card>
      )}
      {has(me, 'bureau', 'informant') && !identityNumber && (
        <Card row onPress={() => go(`/identity/number/index?${query}`)}>
          <Text className="grow">登记身份证号</Text>
        </Card>
      )}
      {has(me, 'bureau', 'admin') && (
        <Card row onPress={() => go(`/desk/bureau/audit/index?about=${query.slice(3)}`)}>
          <Text className="grow">谁看过、改过</Text>
        </Card>
      )}
    </>
  )
}
