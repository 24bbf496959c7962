import { Text, View } from '@tarojs/components'
import { Card, Sign } from '../../../../components'
import { placeOf, type RowOfProblems } from '../words'

/** What is to be said of one row of the table; red: it is not imported. */
export function ProblemRow({ of: { title, problems } }: { of: RowOfProblems }) {
  return (
    <Card>
      <Text className="strong">{title}</Text>
      {problems.map((problem) => (
        <View
          key={`${problem.column}${problem.sentence}`}
          className={`import-problem${problem.blocks ? ' import-problem-blocks' : ''}`}
        >
          <Sign name={problem.blocks ? 'urgent' : 'news'} />
          <View className="grow">
            {placeOf(problem) && <View className="import-problem-place">{placeOf(problem)}</View>}
            <View>{problem.sentence}</View>
          </View>
        </View>
      ))}
    </Card>
  )
}
