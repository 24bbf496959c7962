import { Text, View } from '@tarojs/components'
import { askToBeTold } from '../../cloud/subscribe'
import { useLoad } from '../../cloud/use-load'
import { GhostButton, ListState, Screen } from '../../components'
import { go, useActing } from '../../go'
import { Expiry } from './expiry'
import { Hero } from './hero'
import './mine.scss'
import type { Contract } from './contract'
import { YearCard } from './year-card'

/** My household's dividend: what came, what was put in, what is next; an informant looks it up for somebody. */
export default function MyDividend() {
  const { actFor, actName, query } = useActing()
  const mine = useLoad('dividend.mine', {}, actFor)
  const contract = mine.data?.contract
  return (
    <Screen
      acting={actName}
      {...(contract
        ? {
            bar: (
              <GhostButton
                tone="danger"
                onPress={() => go(`/dividend/missing/index${query.replace('&', '?')}`)}
              >
                钱没收到，点这里
              </GhostButton>
            ),
          }
        : {})}
    >
      <ListState
        of={mine}
        empty={!contract}
        picture="pig"
        emptyText={`${actName ? `${actName}家` : '您家'}没有参加代养分红，这里就没有分红可查。想知道怎么参加，请问本村信息员。`}
      >
        {contract && <Content contract={contract} own={!actFor} />}
      </ListState>
    </Screen>
  )
}

function Content({ contract, own }: { contract: Contract; own: boolean }) {
  const now = Date.now()
  return (
    <>
      <Hero contract={contract} now={now} />
      <View className="years">
        {contract.years.map((year) => (
          <YearCard key={year.year} items={year.items} coverFen={contract.coverFen} now={now} />
        ))}
      </View>
      {own && contract.next && (
        <GhostButton sign="news" onPress={() => askToBeTold(['dividendConfirmed'])}>
          钱到了，用微信告诉我
        </GhostButton>
      )}
      <Expiry contract={contract} now={now} />
      <Text className="quiet">{`${contract.cooperativeName}，合同 ${contract.number}`}</Text>
    </>
  )
}
