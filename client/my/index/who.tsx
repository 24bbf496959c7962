import { Text, View } from '@tarojs/components'
import type { Me } from '../../../contract/identity'
import { Card, Sign } from '../../components'
import { go } from '../../go'
import { RegisterCard } from '../../home/register-card'
import { rolesOf, rowsOf } from './rows'

/** The person, their roles with the desk of each, and their own things. */
export function Who({ me }: { me: Me }) {
  if (!me.person) return <RegisterCard me={me} />
  const roles = rolesOf(me, Date.now())
  return (
    <>
      <Card>
        <View className="heading">{me.person.name}</View>
        <View className="quiet">{me.person.place}</View>
        {roles.map(({ name }) => (
          <View key={name} className="my-role">
            <Sign name="seal" />
            <Text className="grow">{name}</Text>
          </View>
        ))}
      </Card>
      {roles.flatMap(({ desk }) =>
        desk ? (
          <Card key={desk.page} row onPress={() => go(desk.page)}>
            <Text className="grow">{desk.name}</Text>
          </Card>
        ) : (
          []
        ),
      )}
      {rowsOf(me).map(({ title, rows }) => (
        <View key={title} className="my-part">
          <Text className="section">{title}</Text>
          {rows.map(({ name, about, page }) => (
            <Card key={page} row onPress={() => go(page)}>
              <View className="grow">
                <View>{name}</View>
                {about && <View className="quiet">{about}</View>}
              </View>
            </Card>
          ))}
        </View>
      ))}
    </>
  )
}
